"""A teacher and a student of the demonstration class, each at a browser."""

import io
import zipfile

from browser import Browser

# How many questions a check of the demonstration's first unit has.
LENGTH = 10
# The demonstration's three units, and that of the bank which the teacher brings in.
UNITS = 4


def set_up(port, code):
    """The teacher sets the box up. Returns the teacher's browser, in the room."""
    teacher = Browser(port)
    teacher.open("/teacher/set-up")
    teacher.press("Set up", code=code, name="Jon", password="flip the class")
    teacher.see("Nobody is waiting.")
    return teacher


# Two questions of another unit, so that the check of the first stays as it is.
BANK = """$CATEGORY: The rig/Emulated/Unpack a zip
::Pin::Which pin drives the striker? {=GPIO17 ~GPIO4}
::Card::The emulated card comes up muted. {TRUE}
"""


def bring_in(teacher):
    """The teacher brings in a bank, as a zip."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("rig.gift", BANK)
    teacher.open("/teacher/import")
    teacher.bring("Import", 0, "rig.zip", package.getvalue())
    teacher.see("2 of 2 came in")


def master(port, teacher, say):
    """A student joins, takes a check and confers; the teacher taps Mastered. Returns the seconds from the tap to its answer."""
    student = Browser(port)
    student.open("/")
    student.follow("Amina")
    student.press("Come in", pin="4711")
    teacher.open("/teacher")
    teacher.press("Admit")
    student.open("/")
    student.see(f"0 of {UNITS} units mastered")
    say("a student has joined with a name and a PIN, and the teacher has admitted her")

    student.press("Start the check")
    for place in range(1, LENGTH + 1):
        student.press("Next" if place < LENGTH else "Look over and hand in", guess=True)
    student.see("Every question has an answer.")
    student.press("Hand in")
    student.see("You are next")
    say(f"she has answered {LENGTH} questions and handed in")

    teacher.open("/teacher")
    teacher.press("Call next")
    teacher.press("Here: begin")
    teacher.see("Amina Yusuf")
    for item in range(LENGTH):
        teacher.press("Full", occurrence=item, reason="Explained it aloud.")
    teacher.see("100 %")
    seconds = teacher.press("Mastered")
    teacher.see("Amina Y.: mastered.")
    student.open("/")
    student.follow("On along the path") if "On along the path" in student.page.text else None
    student.see(f"1 of {UNITS} units mastered")
    return seconds
