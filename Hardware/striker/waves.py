"""Draws what the simulated coil and MOSFET do over time: a strike as the software asks, and a line that stays high."""

from symbols import line, text

WIDTH, HEIGHT, LEFT, PLOT, GAP = 1100, 660, 90, 430, 70
#: Signal, title, unit, lowest, highest, grid step.
PANELS = [("gpio17", "GPIO17", "V", 0, 4, 2), ("coil", "Coil current", "A", 0, 1.2, 0.4),
          ("drain", "MOSFET drain", "V", 0, 40, 10)]
TOP, TALL, BETWEEN = 100, 140, 36
COLOURS = {"gpio17": "#555", "coil": "#b4451f", "drain": "#14507a"}
STYLE = """
.a{fill:none;stroke:#bbb;stroke-width:1}.b{fill:none;stroke:#e4e4e4;stroke-width:1}
polyline.l{fill:none;stroke-width:2;stroke-linejoin:round}.m{stroke:#999;stroke-width:1;stroke-dasharray:5 4;fill:none}
text{font-family:"DejaVu Sans",Arial,sans-serif;font-size:13px;fill:#222}
.T{font-size:17px;font-weight:bold}.h{font-weight:bold}.q{font-size:11px;fill:#666}
"""


def picture(strike, stuck):
    """An SVG of two runs of 300 ms, side by side."""
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
           "<title>Coil current and drain voltage, simulated</title>", f"<style>{STYLE}</style>",
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
           text(LEFT, 34, "A 12 ohm, 50 mH coil at 12 V, simulated", "T"),
           *column(strike, LEFT, "A strike: the line is high for 35 ms", 0.10, 0.02),
           *column(stuck, LEFT + PLOT + GAP, "The line sticks high: the one-shot ends the pulse", 0.20, 0.05)]
    return "\n".join(out) + "\n</svg>\n"


def column(trace, left, title, span, step):
    yield text(left, 74, title, "h")
    bottom = TOP + 2 * (TALL + BETWEEN) + TALL
    for i in range(round(span / step) + 1):
        x = left + PLOT * i * step / span
        yield line((x, TOP), (x, bottom), cls="b")
        yield text(x, bottom + 18, f"{1000 * i * step:.0f}", "q", "middle")
    yield text(left + PLOT, bottom + 36, "milliseconds", "q", "end")
    for i, panel in enumerate(PANELS):
        yield from plot(trace, panel, left, TOP + i * (TALL + BETWEEN), span)


def plot(trace, panel, left, top, span):
    name, title, unit, low, high, step = panel

    def height(value):
        return top + TALL - TALL * (value - low) / (high - low)

    for i in range(round((high - low) / step) + 1):
        value = low + i * step
        yield line((left, height(value)), (left + PLOT, height(value)), cls="a" if i == 0 else "b")
        yield text(left - 8, height(value) + 4, f"{value:g} {unit}", "q", "end")
    yield text(left + PLOT - 6, top + 14, title, "h", "end")
    points = " ".join(f"{left + PLOT * t / span:.1f},{height(v):.1f}" for t, v in thinned(trace, name, span, height))
    yield f'<polyline class="l" stroke="{COLOURS[name]}" points="{points}"/>'


def thinned(trace, name, span, height):
    """The points that can be told apart on paper."""
    last = before = None
    for now in zip(trace.time, trace[name]):
        if now[0] > span:
            break
        if last is None or now[0] - last[0] > span / 300 or abs(height(now[1]) - height(last[1])) > 1:
            if before is not last:
                yield before
            yield now
            last = now
        before = now
