"""What the emulated sound card played, from QEMU's WAV file."""

import array
import itertools


class Recording:
    """16-bit stereo, as QEMU writes it. The header's lengths are only right once QEMU has ended, so they are not read."""

    RATE = 44100
    HEADER = 44
    # A hundredth of full scale: the gong's own onset is far above, and the silence of a fed card is zero.
    AUDIBLE = 327

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()[self.HEADER :]
        values = array.array("h")
        values.frombytes(data[: len(data) // 4 * 4])
        self.frames = [max(abs(left), abs(right)) for left, right in zip(values[::2], values[1::2])]

    @property
    def peak(self):
        return max(self.frames, default=0) / 32768

    def sounds(self, pause=1.0):
        """Begin and end of each stretch of sound, in seconds; a pause of a second or more divides two."""
        found = []
        for index, value in enumerate(self.frames):
            if value < self.AUDIBLE:
                continue
            moment = index / self.RATE
            if found and moment - found[-1][1] < pause:
                found[-1][1] = moment
            else:
                found.append([moment, moment])
        return found

    def onsets(self):
        """Where the loudness of 20 ms is at least four times that of the 200 ms before, in seconds; at most one a half second."""
        block = self.RATE // 50
        levels = [sum(self.frames[start : start + block]) / block for start in range(0, len(self.frames) - block, block)]
        found = []
        for index, level in enumerate(levels):
            before = levels[max(0, index - 10) : index]
            if level > 655 and level > 4 * (sum(before) / len(before) if before else 0):
                if not found or index / 50 - found[-1] > 0.5:
                    found.append(index / 50)
        return found

    def longest_gap(self, began, ended):
        """The longest run of exact zeros between two moments, in milliseconds: a sounding gong has none."""
        part = self.frames[int(began * self.RATE) : int(ended * self.RATE)]
        runs = [len(list(group)) for silent, group in itertools.groupby(part, key=lambda value: value == 0) if silent]
        return max(runs, default=0) * 1000 / self.RATE
