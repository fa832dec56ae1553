#!/usr/bin/env python3
"""Draws how the striker's six wires go to the Raspberry Pi's 40-pin header.

    header.py --write   draws header.svg
    header.py --check   fails where header.svg is not what would be drawn
"""

import pathlib
import sys

from symbols import box, circle, text

#: The header, pin 1 first. GPIO numbers are Broadcom's, as libgpiod's line names have them.
PINS = """3V3 5V GPIO2 5V GPIO3 GND GPIO4 GPIO14 GND GPIO15 GPIO17 GPIO18 GPIO27 GND GPIO22 GPIO23 3V3 GPIO24 GPIO10 GND
GPIO9 GPIO25 GPIO11 GPIO8 GND GPIO7 GPIO0 GPIO1 GPIO5 GND GPIO6 GPIO12 GPIO13 GND GPIO19 GPIO16 GPIO26 GPIO20 GND
GPIO21""".split()
#: The pin, the terminal of J2, what it is for, and the wire's colour.
WIRES = [
    (2, "5V", "+5 V", "feeds the one-shot", "#c62828"), (9, "GND", "0 V", "ground", "#222"),
    (11, "GPIO17", "GPIO17", "strike", "#2e7d32"), (13, "GPIO27", "GPIO27", "armed: high", "#1565c0"),
    (17, "3V3", "+3.3 V", "for the arm switch only", "#ef6c00"), (25, "GND", "0 V", "ground, second wire", "#222"),
]
WIDTH, HEIGHT, PITCH = 1000, 800, 32
ODD, EVEN, TOP, TERMINAL = 300, 332, 110, 700
STYLE = """
text{font-family:"DejaVu Sans",Arial,sans-serif;font-size:13px;fill:#222}
.board{fill:#e9f2ea;stroke:#7a9c7d;stroke-width:2}.strip{fill:#333}.pad{fill:#c9a227}
.used{fill:#fff;stroke:#111;stroke-width:2}
.term{fill:#dfe6ee;stroke:#456;stroke-width:2}.screw{fill:#fff;stroke:#456;stroke-width:2}
.halo{fill:none;stroke:#fff;stroke-width:9}.wire{fill:none;stroke-width:5;stroke-linecap:round;stroke-linejoin:round}
.n{font-size:12px;fill:#777}.b{font-weight:bold}.T{font-size:20px;font-weight:bold}.q{font-size:12px;fill:#555}
"""


def place(pin):
    """Where a pin is: the odd ones in the left column, the even ones at the board's edge."""
    return (ODD if pin % 2 else EVEN), TOP + (pin - 1) // 2 * PITCH


def picture():
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
           "<title>Gongbox striker: wires to the 40-pin header</title>", f"<style>{STYLE}</style>",
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
           text(40, 44, "Six wires from the header to J2", "T"),
           f'<path class="board" d="M 40 70 H {EVEN + 34} V {HEIGHT - 30} H 40 Z"/>',
           text(54, 98, "Raspberry Pi", "b"), text(54, 116, "seen from above,", "q"),
           text(54, 132, "memory card at this end", "q"),
           text(54, HEIGHT - 44, "USB sockets at this end", "q"),
           box(ODD - 18, TOP - 20, EVEN - ODD + 36, 19 * PITCH + 40, "strip")]
    used = {pin for pin, *_ in WIRES}
    for pin, name in enumerate(PINS, 1):
        x, y = place(pin)
        shape = box(x - 8, y - 8, 16, 16, "pad") if pin == 1 else circle(x, y, 8, "pad")
        weight = "b" if pin in used else "n"
        out.append(shape)
        out.append(text(x - 28, y + 5, f"{name}  {pin}", weight, "end") if pin % 2 else
                   text(x + 42, y + 5, f"{pin}  {name}", weight))
    out += [wire(i, pin, colour) for i, (pin, *_, colour) in enumerate(WIRES)]
    out.append(box(TERMINAL, 160, 66, 6 * 80, "term"))
    out.append(text(TERMINAL + 33, 146, "J2", "b", "middle"))
    for i, (pin, _, terminal, purpose, _) in enumerate(WIRES):
        y = 200 + i * 80
        out += [circle(TERMINAL + 33, y, 15, "screw"), f'<path class="screw" d="M {TERMINAL + 23} {y} h 20"/>',
                text(TERMINAL + 80, y - 2, f"{terminal}, pin {pin}", "b"), text(TERMINAL + 80, y + 16, purpose, "q")]
    out += [text(TERMINAL - 140, 690, "Pin 1 has the square pad. Count twice, and measure", "q"),
            text(TERMINAL - 140, 708, "before you plug in: 5 V on any GPIO pin ends the Pi.", "q")]
    return "\n".join(out) + "\n</svg>\n"


def wire(number, pin, colour):
    """From the pin between the names of its right-hand neighbours, then in one bend to its terminal."""
    x, y = place(pin)
    lane = y + (PITCH / 2 if pin % 2 else -PITCH / 2)
    names = EVEN + 120
    start = f"M {x} {y} L {x + 16} {lane} H {names}"
    end = 200 + number * 80
    path = f"{start} C {names + 110} {lane} {TERMINAL - 130} {end} {TERMINAL + 18} {end}"
    first = f'<circle class="used" style="stroke:{colour}" cx="{x}" cy="{y}" r="9"/>'
    return f'<path class="halo" d="{path}"/><path class="wire" stroke="{colour}" d="{path}"/>{first}'


def main(arguments):
    wrong = [f"pin {pin} is {PINS[pin - 1]}, not {name}" for pin, name, *_ in WIRES if PINS[pin - 1] != name]
    path = pathlib.Path(__file__).with_name("header.svg")
    if not wrong and "--write" in arguments:
        path.write_text(picture())
    elif not wrong and path.read_text() != picture():
        wrong = ["header.svg is not what header.py draws: run it with --write"]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
