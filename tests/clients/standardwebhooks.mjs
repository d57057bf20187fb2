// Verifies a webhook with the published library: node standardwebhooks.mjs SECRET ID TIMESTAMP SIGNATURE BODY
import { Webhook } from 'standardwebhooks'

const [secret, id, timestamp, signature, body] = process.argv.slice(2)
const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
console.log(JSON.stringify(new Webhook(secret).verify(body, headers)))
