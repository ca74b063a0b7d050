"""A mail server for tests: takes every mail and writes what it took, one JSON line each.

mail_server.py PORT FILE [hold]: with `hold` it writes a mail down and then never answers, as a server
whose answer is lost.
"""

import asyncio
import email
import email.policy
import json
import sys

from aiosmtpd.controller import Controller


class Taking:
    def __init__(self, path, hold):
        self.path = path
        self.hold = hold

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = mail.get_body(("plain",))
        html = mail.get_body(("html",))
        line = {
            "to": envelope.rcpt_tos,
            "from": envelope.mail_from,
            "subject": mail["Subject"],
            "headers": {name: str(value) for name, value in mail.items()},
            "type": mail.get_content_type(),
            "text": text.get_content(),
            "html": html.get_content(),
            "longest_line": max(len(line) for line in envelope.content.splitlines()),
            "ascii": envelope.content.isascii(),
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
        }
        with open(self.path, "a", encoding="utf-8") as taken:
            taken.write(json.dumps(line, ensure_ascii=False) + "\n")
        if self.hold:
            await asyncio.sleep(3600)
        return "250 taken"


def main():
    port, path, hold = int(sys.argv[1]), sys.argv[2], "hold" in sys.argv[3:]
    controller = Controller(Taking(path, hold), hostname="127.0.0.1", port=port)
    controller.start()
    print("ready", flush=True)
    sys.stdin.read()
    controller.stop()


main()
