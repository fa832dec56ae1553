#!/usr/bin/env python3
"""Lists every joint of striker.cir, for the beeper of a multimeter.

    joints.py --write   writes joints.md
    joints.py --check   fails where joints.md is not what would be written
"""

import pathlib
import re
import sys

import netlist
from schematic import HALF_NUMBERS, PORTS, SUPPLIES

DIODE = ("anode", "cathode")
#: What a part's pins are called, in the netlist's order; a part that is not here may be turned round.
PINS = {"rectifier": DIODE, "schottky": DIODE, "zener": DIODE, "led": DIODE, "nmos": ("drain", "gate", "source")}
HEAD = """# Every joint

Written from `striker.cir` by `joints.py`. All pins of a row are joined with one another, and with those of no other row. U1 out
of its socket, coil off, SW1 off, nothing plugged in: the multimeter's beeper sounds between any two of a row, and from row to row
only across F1 and F2. A diode's cathode is its ring.

| net | joins |
| --- | --- |
"""


def page(parts):
    terminals = {"0": ["J1 0 V", "both J2 0 V"]}
    for net, _, _, terminal in PORTS:
        if net != "0":
            terminals[net] = [terminal]
    for net, words, *_ in SUPPLIES:
        terminals[net] = [f"J2 {words}"]
    rows = []
    for net, members in netlist.nets(parts).items():
        pins = {called(parts[name], pin) for name, pin in members}
        rows.append(f"| {'ground' if net == '0' else net} | {', '.join(terminals.get(net, []) + sorted(pins, key=natural))} |\n")
    return HEAD + "".join(rows)


def natural(name):
    """R2 before R11."""
    return [int(piece) if piece.isdigit() else piece for piece in re.split(r"(\d+)", name)]


def called(part, pin):
    if part.name in HALF_NUMBERS:
        return f"U1 pin {HALF_NUMBERS[part.name][pin]}"
    if part.name == "C1":
        return f"C1 {'plus' if pin == 0 else 'minus'}"
    if part.name == "L1":
        return "J3 (coil)"
    return f"{part.name} {PINS[part.kind][pin]}" if part.kind in PINS else part.name


def main(arguments):
    path = pathlib.Path(__file__).with_name("joints.md")
    wanted = page(netlist.parts())
    if "--write" in arguments:
        path.write_text(wanted)
    elif path.read_text() != wanted:
        print("joints.md is not what joints.py writes: run it with --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
