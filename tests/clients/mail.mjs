// What mailparser reads in a file: node mail.mjs FILE
import { readFile } from 'node:fs/promises'
import { simpleParser } from 'mailparser'

const mail = await simpleParser(await readFile(process.argv[2]), { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true })
console.log(JSON.stringify({
  subject: mail.subject,
  from: mail.from?.text,
  to: mail.to?.text,
  replyTo: mail.replyTo?.text,
  date: mail.date,
  messageId: mail.messageId,
  text: mail.text,
  html: mail.html,
  attachments: mail.attachments.length,
  headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line])),
}))
