"""A lesson out of one run: handouts, worksheets, answer key, and the class against the tool."""

from framing.classroom.class_report import write_class_report
from framing.classroom.handout import write_handout
from framing.classroom.new_lesson import new_lesson
from framing.classroom.records import Options

__all__ = ["Options", "new_lesson", "write_class_report", "write_handout"]
