"""What is measured: one file a question, beside the ledger, rates and uses that several questions count with.

A question holds its record, `measure` (of one source, or of several side by side), and where it has them `features`
(one value an article, tested in a comparison), `contrasts` (what stands side by side), `rows_behind` (the evidence of
a feature) and `lines` (its sentences on a profile). A new question is a file here, a field of `Profile` or
`Comparison`, and a line in `compare/features.py` and `compare/contrasts.py`.

Three words for not knowing. `unsure`: no label of a tone reaches probability .6; or a source never names an actor, but
has a word by which it may mean it. `silent`: no mention at all, which is absent, not zero. `cannot tell`: an account
that is too short, or may say it in other words, so that nobody can say that it leaves something out.
"""
