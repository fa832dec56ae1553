"""Reads striker.cir: which pin of which part is on which net."""

import pathlib
import re
from dataclasses import dataclass

UNITS = {"R": "Ω", "C": "F"}
PREFIXES = {"k": " k", "u": " µ", "n": " n", "": " "}


@dataclass(frozen=True)
class Part:
    name: str
    #: The nets of its pins, in the order of the netlist.
    nets: tuple
    #: The model, or for a resistor or capacitor its letter.
    kind: str
    #: What is printed beside it, line by line.
    text: tuple


def parts(path=pathlib.Path(__file__).with_name("striker.cir")):
    """The parts by name."""
    found = {}
    for line in path.read_text().splitlines():
        if not line or line[0] in "*.":
            continue
        fields, _, note = line.partition(";")
        name, *nets, value = fields.split()
        note = (note.strip(),) if note.strip() else ()
        if name[0] in UNITS:
            found[name] = Part(name, tuple(nets), name[0], (_readable(value, UNITS[name[0]]),) + note)
        else:
            name = name.removeprefix("X")
            found[name] = Part(name, tuple(nets), value, note)
    return found


def nets(parts):
    """The pins of each net: net name to a set of (part, pin number from 0)."""
    found = {}
    for part in parts.values():
        for pin, net in enumerate(part.nets):
            found.setdefault(net, set()).add((part.name, pin))
    return found


def _readable(value, unit):
    number, prefix = re.match(r"\{?([\d.]+)([kun]?)", value).groups()
    return f"{number}{PREFIXES[prefix]}{unit}"
