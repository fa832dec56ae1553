"""The striker on the emulated Raspberry Pi: real gongbox, real pinctrl-bcm2835, and the pin's registers read from outside."""

import statistics
import time

import classroom
from box import Daemon
from machine import Machine
from pin import TRACING, Watch

LINE = "GPIO17"
OPTIONS = f"--voice striker --card none --line {LINE}"

# Milliseconds for which a busy host stops the emulator in the middle of the box's steps: between the kernel's note and the pin's
# change, or between the clock's reading and the note.
HELD_UP = 5

# Ends the daemon as soon as the kernel notes that it has raised the line.
KILL_IN_MID_PULSE = f"(grep -q -m 1 'set 1' {TRACING}/trace_pipe; kill -9 %d) & killer=$!"


def raspberry_pi(image, port, options=""):
    words = ["-M", "raspi3b", "-dtb", f"{image}/raspi3b.dtb", "-serial", "null", "-serial", "chardev:line"]
    return Machine(image, "raspi3b", words + ["-device", "usb-net,netdev=net"], f"console=ttyS1,115200 {options}", port)


def short(image, port, report):
    """One pulse and `gong off`, without the daemon."""
    report.title("Striker, short: QEMU raspi3b, Debian's kernel, pinctrl-bcm2835")
    with raspberry_pi(image, port) as machine:
        introduce(machine, report)
        single(machine, report, 35)
        off(machine, report)


def full(image, port, report):
    for persist, whose in (("n", "Debian's kernel as it is"), ("y", "as Raspberry Pi OS sets it")):
        report.title(f"Striker: QEMU raspi3b, pinctrl_bcm2835.persist_gpio_outputs={persist} ({whose})")
        with raspberry_pi(image, port, f"pinctrl_bcm2835.persist_gpio_outputs={persist}") as machine:
            introduce(machine, report)
            for milliseconds in (10, 35, 80) if persist == "n" else (35,):
                single(machine, report, milliseconds)
            off(machine, report)
            daemon(machine, report, port, persists=persist == "y")


def introduce(machine, report):
    release = machine.run("uname -r")[0]
    report.note(f"Linux {release} was up {machine.boot_seconds:.0f} s after QEMU began; the pin is {Watch(machine).state()}.")


def single(machine, report, milliseconds):
    with Watch(machine) as watch:
        text, status = machine.run(f"gongbox gong test --striker --card none --line {LINE} --pulse {milliseconds}")
    report.check(status == 0, f"gongbox gong test --striker --pulse {milliseconds}: {text}")
    widths(report, watch, milliseconds, 1)


def widths(report, watch, milliseconds, count):
    pulses, unfinished = watch.pulses()
    typical, longest = watch.resolution()
    report.check(len(pulses) == count and not unfinished, f"{count} asked for, {len(pulses)} seen from outside")
    inside = watch.inside()
    report.check(len(inside) == count, f"{len(inside)} noted by the kernel inside")
    for pulse, noted in zip(pulses, inside):
        width, error = pulse.width * 1000, pulse.error * 1000
        # An emulator on a busy machine ends a pulse late, which says nothing about the box; half a second says something.
        report.check(
            milliseconds - HELD_UP <= noted <= 500 and abs(width - noted) <= error + HELD_UP,
            f"pulse of {milliseconds} ms: {width:.1f} ms ± {error:.1f} from outside, {noted:.1f} ms by the kernel inside",
        )
    report.note(f"looked every {typical:.2f} ms (median), at worst after {longest:.1f} ms")


def off(machine, report):
    text, status = machine.run(f"gongbox gong off --line {LINE}")
    state = Watch(machine).state()
    report.check(status == 0 and state != "driven high", f"gongbox gong off: {text} From outside the pin is {state}.")


def daemon(machine, report, port, persists):
    with Watch(machine) as watch:
        box = Daemon(machine, f"{OPTIONS} --pulse 35")
    report.check(watch.pulses() == ([], False), f"the daemon starts: no pulse; the pin is {watch.state()}")
    teacher = classroom.set_up(port, box.code)
    with Watch(machine) as watch:
        answers = [strike(teacher) for _ in range(8)]
    widths(report, watch, 35, 8)
    report.note(f"the teacher's “Ring a test” was answered after {statistics.median(answers) * 1000:.0f} ms (median)")

    with Watch(machine) as watch:
        status = box.stop()
    report.check(status == 0 and watch.pulses() == ([], False), f"SIGTERM: status {status}, no pulse; the pin is {watch.state()}")

    with Watch(machine) as watch:
        box = Daemon(machine, f"{OPTIONS} --pulse 80")
        teacher.open("/teacher")
        machine.run(KILL_IN_MID_PULSE % box.id)
        teacher.press_in_vain("Ring a test")
        machine.run("wait $killer", seconds=60)
        machine.run(f"wait {box.id}")
        time.sleep(1)
    killed(report, watch, persists)
    off(machine, report)
    with Watch(machine) as watch:
        box = Daemon(machine, f"{OPTIONS} --pulse 35")
    report.check(watch.pulses() == ([], False), f"the daemon starts again: no pulse; the pin is {watch.state()}")
    teacher.open("/teacher")
    with Watch(machine) as watch:
        strike(teacher)
    widths(report, watch, 35, 1)
    box.stop()


def strike(teacher):
    seconds = teacher.press("Ring a test")
    time.sleep(1.5)
    return seconds


def killed(report, watch, persists):
    report.check(len(watch.inside()) == 0, "SIGKILL in mid-pulse: the daemon never got to end it")
    pulses, unfinished = watch.pulses()
    if persists:
        report.check(unfinished, f"a second later and more the pin is {watch.state()}: only the one-shot would have ended it")
    else:
        # The kernel lets go of the line when the last of the process's threads has ended.
        ends = [f"after {pulse.width * 1000:.0f} ms ± {pulse.error * 1000:.0f} the pin became {pulse.end}" for pulse in pulses]
        report.check(len(pulses) == 1 and not unfinished, f"{'; '.join(ends)}: an output no more, so the pull-down wins")
