"""A lesson out of one run: handouts, worksheets, answer key, and the class against the tool."""

from framing.classroom.class_report import write_class_report
from framing.classroom.handout import write_handout
from framing.classroom.lesson import new_lesson
from framing.classroom.records import LessonOptions

__all__ = ["LessonOptions", "new_lesson", "write_class_report", "write_handout"]
