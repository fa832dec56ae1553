"""Runs the striker's netlist in ngspice with given tolerances, faults and stimuli, and measures what came out."""

import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SIGNALS = ["gpio17", "line", "start", "pulse", "rest", "gate", "drain", "v12", "vcoil", "clamp", "lamp", "gpio27",
           "i(l.xl1.l1)", "i(vgpio)", "i(v12)"]


class Trace:
    """The signals of one run over time, in seconds, volts and amperes; voltages by net, the coil's current as "coil"."""

    def __init__(self, path):
        columns = zip(*(map(float, line.split()) for line in path.read_text().splitlines()))
        self.time, *values = (list(column) for column in columns)
        self.signal = dict(zip(SIGNALS, values))
        self.signal["coil"] = self.signal.pop("i(l.xl1.l1)")

    def __getitem__(self, name):
        return self.signal[name]

    def at(self, name, time):
        """The value at `time`, between the two nearest points."""
        later = next(i for i, t in enumerate(self.time) if t >= time)
        return _between(self.time[later - 1], self[name][later - 1], self.time[later], self[name][later], time)

    def on(self, name, level):
        """When `name` is above `level`: pairs of start and end; the run's own end closes the last."""
        spans, start, values = [], None, self[name]
        for i in range(1, len(values)):
            if (values[i - 1] > level) == (values[i] > level):
                continue
            time = _between(values[i - 1], self.time[i - 1], values[i], self.time[i], level)
            if start is None:
                start = time
            else:
                spans.append((start, time))
                start = None
        return spans if start is None else spans + [(start, self.time[-1])]

    def integral(self, values, begin=0.0):
        """The integral of `values` (one for each point) over time from `begin`."""
        return sum((self.time[i] - self.time[i - 1]) * (values[i] + values[i - 1]) / 2
                   for i in range(1, len(values)) if self.time[i - 1] >= begin)


def run(stop, line=((0, 0),), armed=((0, 1),), vcc=((0, 5),), supply=12, drive=40, without=(), bridge=None,
        r7=1, c4=1, r8=1, c5=1, kfactor=0.7, rcoil=12, lcoil=0.05):
    """Runs until `stop` seconds. `line`, `armed` and `vcc` are (time, value) points; `drive` is the GPIO pin's output
    resistance in ohms; parts named in `without` are left out; `bridge` are two nets that touch. The rest are parameters
    of the netlist and of parts.lib."""
    circuit = [text for text in (HERE / "striker.cir").read_text().splitlines()
               if text.split(" ")[0].removeprefix("X") not in without]
    if bridge:
        circuit.append(f"Rbridge {' '.join(bridge)} 0.01")
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "data")
        deck = pathlib.Path(folder, "deck.cir")
        deck.write_text("\n".join([
            "striker", *(HERE / "parts.lib").read_text().splitlines(), *circuit,
            f".param r7={r7} c4={c4} r8={r8} c5={c5} kfactor={kfactor} rcoil={rcoil} lcoil={lcoil}",
            f"Varmed armed 0 PWL({_points(armed)})", f"V12 supply 0 {supply}", "Rsupply supply VIN 0.1",
            f"Vgpio pin 0 PWL({_points(line)})", f"Rgpio pin GPIO17 {drive}",
            f"Vcc VCC 0 PWL({_points(vcc)})", "V33 V33 0 3.3", ".options method=gear", ".control",
            "set wr_singlescale", f"tran 100u {stop} 0 200u", f"wrdata {data} {' '.join(map(_vector, SIGNALS))}",
            "quit", ".endc", ".end", ""]))
        done = subprocess.run(["ngspice", "-b", str(deck)], capture_output=True, text=True, timeout=120)
        if not data.exists():
            raise RuntimeError(f"ngspice made no data:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return Trace(data)


def pulses(*spans, high=3.3):
    """A line that is high from each start to each end, in seconds."""
    points = [(0, 0)]
    for start, end in spans:
        points += [(start, 0), (start + 1e-7, high), (end, high), (end + 1e-7, 0)]
    return points


def _between(x0, y0, x1, y1, x):
    return y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def _points(points):
    return " ".join(f"{time:.9g} {value:.9g}" for time, value in points)


def _vector(name):
    return name if name.startswith("i(") else f"v({name})"
