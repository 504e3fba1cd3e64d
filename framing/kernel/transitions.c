/* The greedy arc-eager transitions of the parser over one document, as spaCy's `arc_eager.pyx` defines them: the same
 * moves, the same rules of what is allowed, the first of the best scores. Sums run in one order on every processor
 * (built with -ffp-contract=off), so a tree does not depend on how wide its registers are. */
#include <stdint.h>
#include <stdlib.h>

#define FEATURES 8
#define HIDDEN 64
#define WIDTH (2 * HIDDEN)
#define MOVES 128 /* at most */
#define BLOCK 32  /* moves that are scored at once, in registers */

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__)
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif

enum { SHIFT, REDUCE, LEFT, RIGHT, BREAK, KINDS };

typedef struct {
    int length, next, depth, again; /* words, first unread word, sizes of the two stacks */
    const int8_t *starts;           /* 1: a sentence starts here, -1: none may */
    int8_t *opened, *back;          /* sentences that the parser starts; words put back once */
    int *stack, *waiting, *heads, *labels, *left, *right, *before; /* last child on either side, the child before it */
} State;

/* What the model is made of, fixed for all documents. */
typedef struct {
    const float *bias, *weights, *offsets; /* of the hidden layer [WIDTH], of the moves [HIDDEN][moves] and [moves] */
    const int *kinds, *labels;             /* of each move */
    int moves;
} Model;

static int top(const State *s, int i) { return i < s->depth ? s->stack[s->depth - 1 - i] : -1; }

static int unread(const State *s) { return s->length - s->next + s->again; }

static int buffer(const State *s, int i) {
    if (i < s->again) return s->waiting[s->again - 1 - i];
    i = s->next + i - s->again;
    return i < s->length ? i : -1;
}

static int starts(const State *s, int word) { return word >= 0 && (s->starts[word] == 1 || s->opened[word]); }

static void attach(State *s, int head, int child, int label) {
    int old = s->heads[child];
    if (old >= 0 && s->right[old] == child) s->right[old] = s->before[child];
    if (head < child) {
        s->before[child] = s->right[head];
        s->right[head] = child;
    } else {
        s->left[head] = child;
    }
    s->heads[child] = head;
    s->labels[child] = label;
}

static void push(State *s) { s->stack[s->depth++] = s->again ? s->waiting[--s->again] : s->next++; }

static void allow(const State *s, int *allowed) {
    int first = buffer(s, 0), second = buffer(s, 1), count = unread(s);
    int arcs = s->depth && count && !starts(s, first);
    allowed[SHIFT] = !s->depth || (count > 1 && !starts(s, first) && !s->back[first]);
    allowed[REDUCE] = s->depth && (!count || s->depth > 1 || s->starts[first] != -1);
    allowed[LEFT] = allowed[RIGHT] = arcs;
    allowed[BREAK] = count > 1 && second == first + 1 && !starts(s, second) && s->starts[second] != -1;
}

static void move(State *s, int kind, int label) {
    int first = buffer(s, 0), word = top(s, 0);
    if (kind == SHIFT) {
        push(s);
    } else if (kind == REDUCE) {
        if (s->heads[word] < 0 && s->depth > 1) {
            s->back[word] = 1;
            s->waiting[s->again++] = word;
        }
        s->depth--;
    } else if (kind == LEFT) {
        attach(s, first, word, label);
        s->back[first] = 0;
        s->depth--;
    } else if (kind == RIGHT) {
        attach(s, word, first, label);
        push(s);
    } else {
        s->opened[buffer(s, 1)] = 1;
    }
}

/* `table`: of each word (the first row: of none) what it adds to a state in each of the places that a state looks at. */
WIDE static void score(const Model *m, const float *table, const int *words, float *scores) {
    float total[WIDTH] = {0};
    for (int f = 0; f < FEATURES; f++) {
        const float *row = table + ((size_t)(words[f] + 1) * FEATURES + f) * WIDTH;
        for (int i = 0; i < WIDTH; i++) total[i] += row[i];
    }
    for (int i = 0; i < HIDDEN; i++) {
        float one = total[i] + m->bias[i], other = total[i + HIDDEN] + m->bias[i + HIDDEN];
        total[i] = one > other ? one : other;
    }
    for (int low = 0; low < MOVES; low += BLOCK) {
        float sums[BLOCK] = {0};
        for (int i = 0; i < HIDDEN; i++) {
            const float *row = m->weights + (size_t)i * MOVES + low;
            for (int j = 0; j < BLOCK; j++) sums[j] += total[i] * row[j];
        }
        for (int j = 0; j < BLOCK; j++) scores[low + j] = sums[j];
    }
}

/* Fills heads (-1 for none) and labels (0 for none) of all words; 0, or 1 without memory. `weights` have MOVES columns. */
int build_tree(const Model *m, int length, const int8_t *given, const float *table, int *heads, int *labels) {
    int *room = malloc(sizeof(int) * length * 5);
    int8_t *marks = calloc(length, 2);
    if (!room || !marks) {
        free(room);
        free(marks);
        return 1;
    }
    State s = {length, 0, 0, 0, given, marks, marks + length, room, room + length, heads, labels,
               room + 2 * length, room + 3 * length, room + 4 * length};
    for (int i = 0; i < length; i++) heads[i] = s.left[i] = s.right[i] = s.before[i] = -1, labels[i] = 0;
    while (s.depth || unread(&s)) {
        int first = buffer(&s, 0), word = top(&s, 0), allowed[KINDS], best = -1;
        int words[FEATURES] = {first, buffer(&s, 1), word, top(&s, 1), top(&s, 2),
                               first < 0 ? -1 : s.left[first], word < 0 ? -1 : s.left[word],
                               word < 0 ? -1 : s.right[word]};
        float scores[MOVES];
        score(m, table, words, scores);
        allow(&s, allowed);
        for (int j = 0; j < m->moves; j++) {
            scores[j] += m->offsets[j];
            if (allowed[m->kinds[j]] && (best < 0 || scores[j] > scores[best])) best = j;
        }
        move(&s, m->kinds[best], m->labels[best]);
    }
    free(room);
    free(marks);
    return 0;
}
