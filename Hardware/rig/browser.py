"""A text browser: opens pages, fills forms and presses buttons by what they say, with cookies. No script."""

import html.parser
import http.client
import time
import urllib.parse


REDIRECTIONS = (301, 302, 303)
FIELDS = "application/x-www-form-urlencoded"


# Seconds in which the box answers, emulated and busy.
PATIENCE = 120


class Missing(Exception):
    """A button or an answer that the page should have had."""


class Unanswered(Missing):
    """The box did not answer, or not to the end."""


class Browser:
    def __init__(self, port):
        self.port = port
        self.cookies = {}
        self.path = "/"
        self.page = Page()

    def open(self, path):
        for _ in range(6):
            answer = self._ask("GET", urllib.parse.urldefrag(path).url)
            if answer.status not in REDIRECTIONS:
                return
            path = answer.getheader("Location")
        raise Missing(f"{path} leads round in circles.")

    def follow(self, label):
        paths = [path for path, text in self.page.links if text.startswith(label)]
        if not paths:
            raise Missing(f"{self.path} has no link {label!r}, but says: {self.page.text[:600]}")
        self.open(paths[0])

    def press(self, label, occurrence=0, guess=False, **fields):
        """Sends the form of the button that says `label`. Returns the seconds to the answer.

        `fields` is what is entered; with `guess`, every field that is left gets the first that can be chosen, or a 1.
        """
        form, values = self._fill(label, occurrence, guess, fields)
        return self._send(label, form, urllib.parse.urlencode(values))

    def bring(self, label, occurrence, name, content):
        """Sends the form with a file."""
        form, values = self._fill(label, occurrence, False, {})
        edge = "gongbox-rig"
        body = b"".join(
            f'--{edge}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode() for field, value in values
        )
        body += f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
        body += content + f"\r\n--{edge}--\r\n".encode()
        self._send(label, form, body, f"multipart/form-data; boundary={edge}")

    def _send(self, label, form, body, kind=FIELDS):
        began = time.monotonic()
        answer = self._ask("POST", form.action or self.path, body, kind)
        seconds = time.monotonic() - began
        if answer.status >= 400:
            raise Missing(f"{label!r} was answered with {answer.status}: {self.page.text[:600]}")
        if answer.status in REDIRECTIONS:
            self.open(answer.getheader("Location"))
        return seconds

    def press_in_vain(self, label):
        """Presses a button of a box that is gone before it answers."""
        form, values = self._fill(label, 0, False, {})
        try:
            self._ask("POST", form.action or self.path, urllib.parse.urlencode(values))
        except Unanswered:
            return
        raise Missing(f"{label!r} was answered after all.")

    def _fill(self, label, occurrence, guess, fields):
        buttons = [(form, button) for form in self.page.forms for button in form.buttons if button.text.startswith(label)]
        if len(buttons) <= occurrence:
            raise Missing(f"{self.path} has no button {label!r}, but says: {self.page.text[:600]}")
        form, button = buttons[occurrence]
        values = form.values + list(fields.items())
        values += form.guesses if guess else []
        values += [(button.name, button.value)] if button.name else []
        return form, values

    def see(self, text):
        if text not in self.page.text:
            raise Missing(f"{self.path} does not say {text!r}, but: {self.page.text[:600]}")

    def _ask(self, method, path, body=None, kind=FIELDS):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = kind
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered(f"{method} {path} was not answered within {PATIENCE} s, or cut off: {error!r}") from error
        finally:
            connection.close()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.split(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status not in REDIRECTIONS:
            self.path = path
            self.page = Page()
            self.page.feed(text)
        return answer


class Form:
    def __init__(self, action):
        self.action = action
        # Hidden fields; what somebody in a hurry would enter in the others; as names and values.
        self.values = []
        self.guesses = []
        self.buttons = []

    def guess(self, name, value):
        """The first option of a group counts; a list's fields share one name, and each counts."""
        if name == "p" or name not in dict(self.guesses):
            self.guesses.append((name, value))


class Button:
    def __init__(self, attributes):
        self.name = attributes.get("name")
        self.value = attributes.get("value") or ""
        self.text = ""


class Page(html.parser.HTMLParser):
    """The text of a page and its forms, each field with what the page gives it."""

    def __init__(self):
        super().__init__()
        self.text = ""
        self.forms = []
        self.links = []
        self.form = self.button = self.select = self.link = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        name, value = attributes.get("name"), attributes.get("value") or ""
        if tag == "a":
            self.link = attributes.get("href", "")
            self.links.append((self.link, ""))
        elif tag == "form":
            self.form = Form(attributes.get("action"))
            self.forms.append(self.form)
        elif self.form is None:
            return
        elif tag == "button":
            self.button = Button(attributes)
            self.form.buttons.append(self.button)
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and value:
            self.form.guess(self.select, value)
            # One guess a list.
            self.select = None
        elif tag == "input" and name and attributes.get("type") == "hidden":
            self.form.values.append((name, value))
        elif tag == "input" and attributes.get("type") in ("radio", "checkbox"):
            self.form.guess(name, value)
        elif tag in ("input", "textarea") and name:
            self.form.guess(name, "1")

    def handle_endtag(self, tag):
        if tag in ("form", "button", "select"):
            setattr(self, tag, None)
        elif tag == "a":
            self.link = None

    def handle_data(self, data):
        self.text += data
        if self.button:
            self.button.text = (self.button.text + data).strip()
        if self.link is not None:
            path, text = self.links[-1]
            self.links[-1] = (path, (text + data).strip())
