"""`gongbox serve` inside the emulated box."""

import re
import time

from machine import RigError


class Daemon:
    """Started in the box's shell; its set-up code and its process id are read from there."""

    DATA = "/run/gongbox"

    def __init__(self, machine, options):
        self.machine = machine
        machine.run(f"gongbox serve --demo --data {self.DATA} --name 127.0.0.1 {options} >/run/log 2>&1 & daemon=$!")
        self.id = int(machine.run("echo $daemon")[0])
        deadline = time.monotonic() + 180
        while "Board:" not in (text := machine.run("cat /run/log")[0]):
            if time.monotonic() > deadline or not self.runs():
                raise RigError(f"The box's daemon did not come up: {text}")
            time.sleep(1)
        code = re.search(r"Set-up code: (\S+)", machine.run("cat /run/log")[0])
        self.code = code.group(1) if code else None

    def runs(self):
        return self.machine.run(f"kill -0 {self.id}")[1] == 0

    def stop(self):
        """As systemd stops it. Returns its exit status."""
        return self.machine.run(f"kill {self.id}; wait {self.id}")[1]
