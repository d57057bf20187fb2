// Sends a webhook signed with the published library, as a gateway does: node standardwebhooks-send.mjs URL SECRET ID BODY
import { Webhook } from 'standardwebhooks'

const [url, secret, id, body] = process.argv.slice(2)
const now = new Date()
const headers = {
  'content-type': 'application/json',
  'webhook-id': id,
  'webhook-timestamp': Math.floor(now.getTime() / 1000).toString(),
  'webhook-signature': new Webhook(secret).sign(id, now, body),
}
const answer = await fetch(url, { method: 'POST', headers, body })
console.log(answer.status)
