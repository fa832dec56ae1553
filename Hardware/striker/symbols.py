"""The shapes of a schematic, IEC 60617 where it has one. A part with two pins is drawn from (0, 0) to (length, 0)."""


def line(*points, cls="s"):
    return f'<polyline class="{cls}" points="{" ".join(f"{x:g},{y:g}" for x, y in points)}"/>'


def text(x, y, words, cls="", anchor="start"):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:g}" y="{y:g}" class="{cls}" text-anchor="{anchor}">{words}</text>'


def box(x, y, width, height, cls="s"):
    return f'<rect class="{cls}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'


def circle(x, y, r, cls="s"):
    return f'<circle class="{cls}" cx="{x:g}" cy="{y:g}" r="{r:g}"/>'


def _leads(length, half):
    middle = length / 2
    return line((0, 0), (middle - half, 0)) + line((middle + half, 0), (length, 0))


def resistor(length):
    return _leads(length, 18) + box(length / 2 - 18, -7, 36, 14)


def polyfuse(length):
    m = length / 2
    return resistor(length) + line((m - 22, 14), (m - 14, 14), (m + 14, -14))


def cutoff(length):
    return resistor(length) + line((length / 2 - 18, 0), (length / 2 + 18, 0))


def capacitor(length):
    m = length / 2
    return _leads(length, 4) + line((m - 4, -14), (m - 4, 14), cls="p") + line((m + 4, -14), (m + 4, 14), cls="p")


def electrolytic(length):
    m = length / 2
    plus = line((m - 18, -10), (m - 10, -10)) + line((m - 14, -14), (m - 14, -6))
    return _leads(length, 6) + box(m - 6, -15, 5, 30) + line((m + 5, -15), (m + 5, 15), cls="p") + plus


def rectifier(length):
    m = length / 2
    return (_leads(length, 10) + f'<polygon class="f" points="{m - 10},-10 {m - 10},10 {m + 10},0"/>'
            + line((m + 10, -11), (m + 10, 11), cls="p"))


def schottky(length):
    m = length / 2
    return (rectifier(length) + line((m + 10, -11), (m + 4, -11), (m + 4, -7))
            + line((m + 10, 11), (m + 16, 11), (m + 16, 7)))


def zener(length):
    m = length / 2
    return rectifier(length) + line((m + 10, -11), (m + 5, -15)) + line((m + 10, 11), (m + 15, 15))


def led(length):
    m = length / 2
    arrows = "".join(line((m + x, -14), (m + x + 8, -24)) + line((m + x + 3, -23), (m + x + 8, -24), (m + x + 8, -19))
                     for x in (-6, 3))
    return rectifier(length) + arrows


def solenoid(length):
    m = length / 2
    arcs = "a 8 8 0 0 1 16 0 " * 4
    return (_leads(length, 32) + f'<path class="s" d="M {m - 32:g} 0 {arcs}"/>'
            + line((m - 32, -14), (m + 32, -14), cls="p"))


def contact(length):
    m = length / 2
    ends = circle(m - 15, 0, 3, "c") + circle(m + 15, 0, 3, "c")
    return _leads(length, 15) + ends + line((m - 13, -2), (m + 14, -15))


def mosfet():
    """Around the gate's pin at (0, 0): drain at (50, -40), source at (50, 40)."""
    return (line((0, 0), (28, 0)) + line((28, -16), (28, 16), cls="p")
            + "".join(line((34, y - 6), (34, y + 6), cls="p") for y in (-14, 0, 14))
            + line((34, -14), (50, -14), (50, -40)) + line((34, 14), (50, 14), (50, 40))
            + line((34, 0), (50, 0), (50, 14)) + '<polygon class="k" points="35,0 43,-4 43,4"/>'
            + line((50, -14), (68, -14), (68, 14), (50, 14)) + '<polygon class="f" points="62,5 74,5 68,-5"/>'
            + line((61, -5), (75, -5)))


def ground(x, y):
    bars = "".join(line((x - half, y + 8 + down), (x + half, y + 8 + down)) for half, down in ((10, 0), (6, 4), (2, 8)))
    return line((x, y), (x, y + 8)) + bars


def supply(x, y, words):
    return line((x, y), (x, y - 10)) + line((x - 8, y - 10), (x + 8, y - 10)) + text(x, y - 15, words, "n", "middle")


TWO_PINS = {
    "R": resistor, "C": capacitor, "polyfuse": polyfuse, "cutoff": cutoff, "rectifier": rectifier, "schottky": schottky,
    "zener": zener, "led": led, "solenoid": solenoid, "contact_a": contact, "contact_b": contact,
}
