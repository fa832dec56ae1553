"""A QEMU machine with the emulated box in it: its serial line, where a shell waits, and its monitor."""

import json
import os
import re
import socket
import subprocess
import time


# Seconds in which QEMU itself answers, however busy the machine is.
PATIENCE = 20


class RigError(Exception):
    """What went wrong with the rig itself, for a person."""


class Machine:
    """Boots on entering a `with`, is ended on leaving it. Only this process is ever signalled."""

    def __init__(self, image, name, arguments, kernel_options="", port=None):
        self.image = image
        self.name = name
        self.port = port
        self.serial_path = os.path.join(image, f"{name}.serial")
        self.monitor_path = os.path.join(image, f"{name}.monitor")
        self.words = ["qemu-system-aarch64", "-display", "none", "-no-reboot", "-nodefaults"] + arguments
        self.words += ["-kernel", f"{image}/vmlinuz", "-initrd", f"{image}/root.cpio"]
        self.words += ["-append", f"quiet loglevel=1 {kernel_options}"]
        self.words += ["-chardev", f"socket,id=line,server=on,wait=on,path={self.serial_path}"]
        self.words += ["-qmp", f"unix:{self.monitor_path},server=on,wait=off"]
        if port:
            self.words += ["-netdev", f"user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:{port}-10.0.2.15:8080"]

    def __enter__(self):
        for path in (self.serial_path, self.monitor_path):
            if os.path.exists(path):
                os.remove(path)
        began = time.monotonic()
        self.log = open(os.path.join(self.image, f"{self.name}.log"), "wb")
        self.process = subprocess.Popen(self.words, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        try:
            self.serial = connect(self.serial_path, self.process)
            self.monitor = Monitor(connect(self.monitor_path, self.process))
            self.received = b""
            self.count = 0
            self.read_until(b"The box is up.", 240)
            self.run("PS1= PS2=")
        except BaseException:
            self.__exit__()
            raise
        self.boot_seconds = time.monotonic() - began
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def run(self, command, seconds=60):
        """Runs a command in the box's shell. Returns what it printed and its exit status."""
        self.count += 1
        # The mark is put together in the box, so that an echo of the command is not taken for its end.
        self.serial.sendall(f"{command}\necho \"<<$?,\"{self.count}\">>\"\n".encode())
        text = self.read_until(b",%d>>" % self.count, seconds)
        head, _, status = text.rpartition("<<")
        return head.replace("\r", "").strip(), int(status.split(",")[0])

    def read_until(self, mark, seconds):
        deadline = time.monotonic() + seconds
        while mark not in self.received:
            left = deadline - time.monotonic()
            if left <= 0:
                raise RigError(f"The box did not say {mark!r} within {seconds} s; its last words: {self.received[-2000:]!r}")
            self.serial.settimeout(left)
            try:
                received = self.serial.recv(65536)
            except TimeoutError:
                continue
            if not received:
                raise RigError(f"{self.name} ended: see {self.log.name}; its last words: {self.received[-2000:]!r}")
            self.log.write(received)
            self.received += received
        text, _, self.received = self.received.partition(mark)
        return (text + mark).decode(errors="replace")


class Monitor:
    """QEMU's monitor, over its machine protocol."""

    def __init__(self, connection):
        self.connection = connection
        self.lines = connection.makefile("r")
        self._line("its greeting")
        self.ask("qmp_capabilities")

    def ask(self, what, **arguments):
        question = {"execute": what, "arguments": arguments}
        self.connection.sendall(json.dumps(question).encode())
        while True:
            answer = json.loads(self._line(what))
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise RigError(f"QEMU's monitor: {answer['error']}")

    def _line(self, what):
        try:
            line = self.lines.readline()
        except TimeoutError:
            raise RigError(f"QEMU's monitor did not answer {what} within {PATIENCE} s.") from None
        if not line:
            raise RigError(f"QEMU ended while its monitor was asked for {what}.")
        return line

    def words(self, address, count):
        """`count` 32-bit words of the machine's physical memory or registers."""
        text = self.ask("human-monitor-command", **{"command-line": f"xp /{count}wx {address:#x}"})
        return [int(word, 16) for line in text.splitlines() for word in re.findall(r"0x[0-9a-f]{8}\b", line.partition(":")[2])]


def connect(path, process):
    deadline = time.monotonic() + PATIENCE
    while True:
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.connect(path)
            connection.settimeout(PATIENCE)
            return connection
        except OSError:
            connection.close()
        if process.poll() is not None or time.monotonic() > deadline:
            raise RigError(f"QEMU did not open {path} within {PATIENCE} s, or ended: see its log there.")
        time.sleep(0.05)
