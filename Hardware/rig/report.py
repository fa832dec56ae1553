"""What the rig says: on the terminal and, line for line, in a file."""


class Report:
    def __init__(self, path):
        self.file = open(path, "w")
        self.failures = 0

    def say(self, text=""):
        print(text, flush=True)
        print(text, file=self.file, flush=True)

    def title(self, text):
        self.say()
        self.say(text)

    def check(self, holds, text):
        self.failures += 0 if holds else 1
        self.say(f"  {'ok  ' if holds else 'FAIL'}  {text}")

    def note(self, text):
        self.say(f"        {text}")
