"""A GPIO pin of the emulated Raspberry Pi, watched from outside through the registers of its chip (BCM2835 ARM Peripherals, 6.1)."""

import dataclasses
import re
import statistics
import threading
import time

REGISTERS = 0x3F200000
LEVEL_WORD = 0x34 // 4
TRACING = "/sys/kernel/tracing"


@dataclasses.dataclass
class Pulse:
    """From driven high to anything else; seconds of the host's clock. `error` is what the sampling leaves open."""

    began: float
    width: float
    error: float
    end: str


class Watch:
    """Samples a pin as fast as the monitor answers, from entering a `with` to leaving it, and has the box's kernel note when
    it sets the line (its trace event gpio_value), which tells the width to the microsecond from inside.

    The emulated clock follows the host's, so a width by the host's clock is a width by the box's. QEMU keeps the level of a
    pin that has become an input, where a real pin would fall by its pull-down: only an output drives the coil.
    """

    def __init__(self, machine, pin=17):
        self.machine = machine
        self.monitor = machine.monitor
        self.pin = pin
        self.changes = []
        self.gaps = []

    def state(self):
        words = self.monitor.words(REGISTERS, LEVEL_WORD + 1)
        function = words[self.pin // 10] >> (self.pin % 10 * 3) & 7
        if function != 1:
            return "an input" if function == 0 else f"function {function}"
        return "driven high" if words[LEVEL_WORD] >> self.pin & 1 else "driven low"

    def __enter__(self):
        self.machine.run(f"echo 1 >{TRACING}/events/gpio/gpio_value/enable; echo >{TRACING}/trace")
        self.ended = threading.Event()
        self.failure = None
        self.first = self.state()
        self.thread = threading.Thread(target=self._sample)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
        if self.failure:
            raise self.failure

    def _sample(self):
        try:
            state, before = self.first, time.monotonic()
            while not self.ended.is_set():
                asked = time.monotonic()
                now = self.state()
                answered = time.monotonic()
                self.gaps.append(answered - before)
                if now != state:
                    # Somewhere between the question before, which still saw the old state, and this answer.
                    self.changes.append(((before + answered) / 2, (answered - before) / 2, now))
                state, before = now, asked
        except Exception as error:
            self.failure = error

    def pulses(self):
        """The pulses that have ended; and whether the last one has not."""
        found, rise = [], (0.0, 0.0) if self.first == "driven high" else None
        for moment, error, state in self.changes:
            if state == "driven high":
                rise = (moment, error)
            elif rise:
                found.append(Pulse(rise[0], moment - rise[0], rise[1] + error, state))
                rise = None
        return found, rise is not None

    def inside(self):
        """The widths of the pulses by the box's own kernel, milliseconds."""
        text, _ = self.machine.run(f"grep -o '[0-9.]*: gpio_value: .* set [01]' {TRACING}/trace")
        widths, rise = [], None
        for moment, value in re.findall(r"([0-9.]+): gpio_value: \d+ set ([01])", text):
            if value == "1":
                rise = float(moment)
            elif rise is not None:
                widths.append((float(moment) - rise) * 1000)
                rise = None
        return widths

    def resolution(self):
        """Milliseconds between two looks: the median and the longest."""
        return statistics.median(self.gaps) * 1000, max(self.gaps) * 1000
