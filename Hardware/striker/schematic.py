#!/usr/bin/env python3
"""Draws the schematic of striker.cir, and fails where drawing, netlist and bill of materials disagree.

    schematic.py --write   draws schematic.svg
    schematic.py --check   fails where schematic.svg is not what would be drawn

The places and the wires are written below. From them alone the script finds which pins are joined, and compares that with
the netlist, net by net, before it draws.
"""

import math
import pathlib
import re
import sys

import netlist
import symbols
from symbols import box, circle, line, text

WIDTH, HEIGHT = 1440, 1020

#: Parts with two pins: where the first and the second pin is.
TWO_PINS = {
    "F1": ((130, 150), (210, 150)), "D2": ((240, 150), (300, 150)), "C1": ((350, 150), (350, 230)),
    "SW1A": ((440, 150), (520, 150)), "R9": ((620, 150), (620, 220)), "D4": ((620, 240), (620, 310)),
    "D3": ((720, 310), (720, 240)), "F2": ((800, 150), (880, 150)), "L1": ((1000, 150), (1000, 270)),
    "Z1": ((1150, 150), (1150, 210)), "D1": ((1150, 270), (1150, 210)),
    "R1": ((130, 680), (200, 680)), "R2": ((230, 680), (230, 760)), "R3": ((270, 550), (340, 550)),
    "C2": ((360, 550), (420, 550)), "C3": ((435, 550), (435, 620)), "R4": ((500, 550), (500, 620)),
    "R7": ((800, 430), (800, 510)), "C4": ((860, 510), (860, 580)), "R5": ((830, 680), (900, 680)),
    "R6": ((950, 680), (950, 750)), "R8": ((1290, 430), (1290, 510)), "C5": ((1335, 510), (1335, 580)),
    "SW1B": ((150, 900), (230, 900)), "R10": ((290, 900), (360, 900)), "R11": ((400, 900), (400, 970)),
    "C6": ((620, 890), (620, 960)),
}
#: The one-shot's halves: the left upper corner of the box, and where its pins are from there, in the netlist's order.
HALVES = {"U1A": (590, 480), "U1B": (1110, 480)}
HALF_PINS = [("A", -40, 30), ("B", -40, 70), ("R̅D̅", -40, 200), ("Cx", 160, 80), ("RCx", 160, 30), ("Q", 160, 200),
             ("VCC", 60, -30), ("GND", 60, 250)]
HALF_NUMBERS = {"U1A": (1, 2, 3, 14, 15, 13, 16, 8), "U1B": (9, 10, 11, 6, 7, 5, 16, 8)}
MOSFET = (950, 370)

WIRES = [
    [(90, 150), (130, 150)], [(210, 150), (240, 150)], [(300, 150), (440, 150)], [(520, 150), (800, 150)],
    [(620, 220), (620, 240)], [(620, 240), (720, 240)], [(880, 150), (1150, 150)],
    [(1000, 270), (1000, 330)], [(1000, 270), (1150, 270)], [(90, 200), (110, 200), (110, 220)],
    [(90, 680), (130, 680)], [(200, 680), (550, 680)], [(250, 680), (250, 550), (270, 550)], [(340, 550), (360, 550)],
    [(420, 550), (550, 550)], [(750, 510), (860, 510)], [(750, 560), (770, 560), (770, 580)],
    [(750, 680), (830, 680)], [(900, 680), (950, 680)], [(950, 680), (950, 370)], [(550, 510), (530, 510)],
    [(1050, 510), (1070, 510)], [(1070, 550), (985, 550), (985, 530)], [(1070, 680), (1020, 680), (1020, 550)],
    [(1270, 510), (1335, 510)], [(1270, 560), (1290, 560), (1290, 580)], [(1270, 680), (1300, 680)],
    [(90, 900), (150, 900)], [(230, 900), (290, 900)], [(360, 900), (440, 900)],
]
#: Names of nets: where the wire is, where the name is written, and how. A name in two places joins them.
LABELS = [
    ("FUSED", (225, 150), (225, 140), "middle"), ("V12", (380, 150), (395, 140), "middle"),
    ("VARM", (560, 150), (560, 140), "middle"), ("LAMP", (670, 240), (670, 234), "middle"),
    ("VCOIL", (940, 150), (940, 140), "middle"), ("DRAIN", (1075, 270), (1075, 264), "middle"),
    ("CLAMP", (1150, 210), (1166, 214), "start"), ("GATE", (950, 520), (943, 524), "end"),
    ("LINE", (390, 680), (390, 672), "middle"), ("EDGE", (350, 550), (350, 526), "middle"),
    ("START", (465, 550), (467, 542), "middle"), ("CEIL", (830, 510), (835, 500), "middle"),
    ("PULSE", (790, 680), (790, 672), "middle"), ("PULSE", (1050, 510), (1044, 514), "end"),
    ("REST", (530, 510), (524, 514), "end"), ("REST", (1300, 680), (1306, 684), "start"),
    ("CALM", (1312, 510), (1316, 500), "middle"), ("SENSE", (260, 900), (260, 892), "middle"),
]
GROUNDS = [(350, 230), (620, 310), (720, 310), (1000, 410), (110, 220), (230, 760), (435, 620), (500, 620),
           (770, 580), (860, 580), (950, 750), (650, 730), (1170, 730), (1290, 580), (1335, 580), (400, 970), (620, 960)]
SUPPLIES = [("VCC", "+5 V", x, y) for x, y in ((800, 430), (650, 450), (1170, 450), (1290, 430), (985, 530), (620, 890))]
#: Wires that leave the board: net, where, and the terminal.
PORTS = [("VIN", 90, 150, "J1 +12 V"), ("0", 90, 200, "J1 0 V"), ("GPIO17", 90, 680, "J2 GPIO17"),
         ("V33", 90, 900, "J2 +3.3 V"), ("GPIO27", 440, 900, "J2 GPIO27")]
NOTES = [
    (40, 60, "h", "Power: 12 V, the arm switch in the coil's own wire, the coil"),
    (40, 430, "h", "Pulse: from the line's rise to its fall, or to the ceiling"),
    (1120, 390, "h", "Rest: no pulse until it is over"),
    (40, 850, "h", "Arm switch, other pole: what the Pi reads"),
    (560, 850, "h", "Close to U1"),
    (120, 956, "t", "SW1A and SW1B: one lever"),
    (815, 198, "t", "F2 is strapped to the coil."),
    (815, 222, "t", "J3: the coil's two wires."),
    (1180, 318, "t", "Q1: gate 1, drain 2, source 3 (TO-220)."),
    (560, 772, "t", "R̅D̅ low ends a pulse; A high forbids one."),
    (1080, 772, "t", "Pins 4 and 12 (Q̅) stay open."),
]
STYLE = """
.s{fill:none;stroke:#111;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.w{fill:none;stroke:#14507a;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.p{fill:none;stroke:#111;stroke-width:3}.f{fill:#fff;stroke:#111;stroke-width:1.8;stroke-linejoin:round}.k{fill:#111}
.c{fill:#fff;stroke:#111;stroke-width:1.8}.d{fill:#14507a}.u{fill:#fdf8ea;stroke:#111;stroke-width:2}
.g{fill:none;stroke:#999;stroke-width:1}
text{font-family:"DejaVu Sans",Arial,sans-serif;font-size:13px;fill:#111}
.r{font-weight:bold}.v{fill:#333}.n{font-size:11px;fill:#14507a}.q{font-size:11px;fill:#555}
.h{font-size:16px;font-weight:bold;fill:#444}
.t{font-size:12px;fill:#555;font-style:italic}.o{font-weight:bold;fill:#14507a}.T{font-size:20px;font-weight:bold}
"""


def pins(parts):
    """Where each pin is: (part, pin number) to a point."""
    found = {}
    for name, ends in TWO_PINS.items():
        found.update({(name, pin): point for pin, point in enumerate(ends)})
    for name, (x, y) in HALVES.items():
        found.update({(name, pin): (x + dx, y + dy) for pin, (_, dx, dy) in enumerate(HALF_PINS)})
    x, y = MOSFET
    found.update({("Q1", 0): (x + 50, y - 40), ("Q1", 1): (x, y), ("Q1", 2): (x + 50, y + 40)})
    return found


def drawn_nets(places):
    """The nets that the drawing makes: names and pins, for each group of points that wires or equal names join."""
    points = set(places.values()) | {point for wire in WIRES for point in wire}
    named = ([(name, point) for name, point, _, _ in LABELS] + [("0", point) for point in GROUNDS]
             + [(net, (x, y)) for net, _, x, y in SUPPLIES] + [(net, (x, y)) for net, x, y, _ in PORTS])
    points |= {point for _, point in named}
    group = {point: point for point in points}

    def root(point):
        while group[point] != point:
            point = group[point]
        return point

    for wire in WIRES:
        for a, b in zip(wire, wire[1:]):
            for point in points:
                if _on(point, a, b):
                    group[root(point)] = root(a)
    first = {}
    for name, point in named:
        group[root(point)] = root(first.setdefault(name, point))
    result = {}
    for name, point in named:
        result.setdefault(root(point), (set(), set()))[0].add(name)
    for pin, point in places.items():
        result.setdefault(root(point), (set(), set()))[1].add(pin)
    return list(result.values())


def disagreements(parts, places):
    """What the drawing has and the netlist has not, or the other way round, a sentence each."""
    wanted, found = netlist.nets(parts), []
    absent = {pin for pins in wanted.values() for pin in pins} ^ set(places)
    if absent:
        found.append(f"pins in only one of the two: {sorted(absent)}")
    for names, group in drawn_nets(places):
        net = next((net for net, members in wanted.items() if members == group), None)
        if net is None:
            found.append(f"the drawing joins {sorted(group)}, the netlist does not")
        elif names - {net}:
            found.append(f"the drawing calls {net} {sorted(names)}")
    return found


def unlisted(parts):
    """Parts that the bill of materials in the folder above has and the netlist has not, or the other way round."""
    page = pathlib.Path(__file__).parent.parent.joinpath("README.md").read_text()
    cells = (row.split("|")[1] for row in page.splitlines() if row.startswith("| ") and row.count("|") == 4)
    listed = {name for cell in cells for name in re.findall(r"\b(?!J)[A-Z]+[0-9]+\b", cell)}
    drawn = {re.sub(r"(\d)[AB]$", r"\1", name) for name in parts}
    return [f"only in the netlist or only in the bill of materials: {name}" for name in sorted(listed ^ drawn)]


def _on(point, a, b):
    (x, y), (ax, ay), (bx, by) = point, a, b
    return ((bx - ax) * (y - ay) == (by - ay) * (x - ax)
            and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by))


def picture(parts, places):
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
           "<title>Gongbox striker: schematic</title>", f"<style>{STYLE}</style>",
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>', box(12, 12, WIDTH - 24, HEIGHT - 24, "g")]
    out += [line(*wire, cls="w") for wire in WIRES]
    out += [circle(x, y, 4, "d") for x, y in junctions(places)]
    out += [symbols.ground(x, y) for x, y in GROUNDS]
    out += [symbols.supply(x, y, words) for _, words, x, y in SUPPLIES]
    out += [two_pins(parts[name], *ends) for name, ends in TWO_PINS.items()]
    out += [half(name, *corner, parts[name]) for name, corner in HALVES.items()]
    x, y = MOSFET
    out += [f'<g transform="translate({x},{y})">{symbols.mosfet()}</g>', text(x + 84, y - 4, "Q1", "r"),
            *(text(x + 84, y + 12 + 16 * i, words, "v") for i, words in enumerate(parts["Q1"].text))]
    out += [text(*place, name, "n", anchor) for name, _, place, anchor in LABELS]
    out += [port(x, y, words) for _, x, y, words in PORTS]
    out += [text(x, y, words, cls) for x, y, cls, words in NOTES]
    out.append(title_block())
    return "\n".join(out) + "\n</svg>\n"


def junctions(places):
    """Points where three or more conductors meet."""
    ends = {}
    for wire in WIRES:
        for a, b in zip(wire, wire[1:]):
            ends[a] = ends.get(a, 0) + 1
            ends[b] = ends.get(b, 0) + 1
    for point in list(places.values()) + GROUNDS:
        ends[point] = ends.get(point, 0) + 1
    for point in ends:
        for wire in WIRES:
            for a, b in zip(wire, wire[1:]):
                if _on(point, a, b) and point not in (a, b):
                    ends[point] += 2
    return [point for point, count in ends.items() if count >= 3]


def two_pins(part, first, second):
    (x1, y1), (x2, y2) = first, second
    draw = symbols.electrolytic if part.name == "C1" else symbols.TWO_PINS[part.kind]
    length, angle = math.hypot(x2 - x1, y2 - y1), math.degrees(math.atan2(y2 - y1, x2 - x1))
    out = [f'<g transform="translate({x1},{y1}) rotate({angle:g})">{draw(length)}</g>']
    x, y, words = (x1 + x2) / 2, (y1 + y2) / 2, [(part.name, "r")] + [(each, "v") for each in part.text]
    if y1 == y2:
        out.append(text(x, y - 22, part.name, "r", "middle"))
        out += [text(x, y + 26 + 16 * i, each, "v", "middle") for i, each in enumerate(part.text)]
    else:
        dx, anchor = (-22, "end") if part.kind == "led" else (22, "start")
        out += [text(x + dx, y - 8 * len(words) + 14 + 16 * i, each, cls, anchor)
                for i, (each, cls) in enumerate(words)]
    return "".join(out)


def half(name, x, y, part):
    out = [box(x, y, 120, 220, "u"), text(x + 60, y + 112, name, "r", "middle"),
           text(x + 60, y + 130, "74HCT221", "v", "middle"),
           *(text(x + 60, y + 147, words, "t", "middle") for words in part.text)]
    for (label, dx, dy), number in zip(HALF_PINS, HALF_NUMBERS[name]):
        if dx < 0:
            out += [line((x + dx, y + dy), (x, y + dy)), text(x + 7, y + dy + 4, label),
                    text(x - 6, y + dy - 5, str(number), "q", "end")]
        elif dx > 120:
            out += [line((x + dx, y + dy), (x + 120, y + dy)), text(x + 113, y + dy + 4, label, "", "end"),
                    text(x + 126, y + dy - 5, str(number), "q")]
        else:
            edge, inside = (y, y + 16) if dy < 0 else (y + 220, y + 211)
            out += [line((x + dx, y + dy), (x + dx, edge)), text(x + dx, inside, label, "q", "middle"),
                    text(x + dx + 6, (edge + y + dy) / 2 + 4, str(number), "q")]
    return "".join(out)


def port(x, y, words):
    """A flag that points at the wire."""
    side = -1 if x < WIDTH / 4 else 1
    near, far = x + side * 8, x + side * 16
    shape = [(x, y), (near, y - 7), (far, y - 7), (far, y + 7), (near, y + 7), (x, y)]
    return line(*shape, cls="f") + text(x + 20 if side > 0 else 30, y - 14, words, "o")


def title_block():
    x, y, width = WIDTH - 552, HEIGHT - 172, 540
    rows = [("Gongbox: striker, driver stage", "T"),
            ("Drawn from striker.cir; the drawing is compared with it net by net.", "v"),
            ("Simulated (results.txt). Nobody has built this one yet.", "v"),
            ("J2 to the Pi: +5 V pin 2, +3.3 V pin 17, GPIO17 pin 11, GPIO27 pin 13, ground pins 9 and 25.", "q"),
            ("Licence Apache-2.0", "q")]
    lines = (text(x + 16, y + 34 + 28 * i, words, cls) for i, (words, cls) in enumerate(rows))
    return box(x, y, width, 160, "g") + "".join(lines)


def main(arguments):
    parts = netlist.parts()
    places = pins(parts)
    wrong = disagreements(parts, places) + unlisted(parts)
    path = pathlib.Path(__file__).with_name("schematic.svg")
    if not wrong and "--write" in arguments:
        path.write_text(picture(parts, places))
    elif not wrong and path.read_text() != picture(parts, places):
        wrong = ["schematic.svg is not what schematic.py draws: run it with --write"]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
