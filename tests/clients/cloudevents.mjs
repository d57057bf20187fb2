// Events of the cloudevents SDK over its own HTTP transport: node cloudevents.mjs URL WRITE_KEY
// Prints the answer to the structured event, to the binary one and to the batch, a line each.
import { CloudEvent, Mode, emitterFor, httpTransport } from 'cloudevents'

const [host, writeKey] = process.argv.slice(2)
const send = httpTransport(`${host}/api/events`)
const headers = { 'x-write-key': writeKey }
const source = 'https://crm.example/'

const emitStructured = emitterFor(send, { mode: Mode.STRUCTURED })
const emitBinary = emitterFor(send, { mode: Mode.BINARY })

const signedUp = new CloudEvent({ id: 'c-1', source, type: 'Signed Up', subject: 'user:grace', data: { traits: { email: 'grace@crm.example' }, plan: 'free' } })
const upgraded = new CloudEvent({ id: 'c-2', source, type: 'Plan Upgraded', subject: 'user:grace', data: { plan: 'pro' } })
const batch = [
  new CloudEvent({ id: 'c-3', source, type: 'Order Completed', data: { userId: 'grace', order: { id: 'C-1', total: 30, currency: 'USD' } } }),
  new CloudEvent({ id: 'c-4', source, type: 'Order Refunded', data: { order: { id: 'C-1', refund: { id: 'R-1', total: 5.5 }, currency: 'USD' } } }),
  new CloudEvent({ id: 'c-1', source, type: 'Signed Up', subject: 'user:grace', time: signedUp.time, data: signedUp.data }),
]

const answers = [
  await emitStructured(signedUp, { headers }),
  await emitBinary(upgraded, { headers }),
  // The SDK reads batches but has no emitter for them; its events write themselves.
  await send({ headers: { ...headers, 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(batch) }),
]
for (const answer of answers) {
  console.log(answer.body)
}
