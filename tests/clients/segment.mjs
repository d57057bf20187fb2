// The calls of @segment/analytics-node, as a shop's server makes them: node segment.mjs URL WRITE_KEY
import { Analytics } from '@segment/analytics-node'

const [host, writeKey] = process.argv.slice(2)

// Several requests at once, so that events may overtake each other; no retries, so that a refusal shows.
const analytics = new Analytics({ writeKey, host, path: '/api/v1/batch', flushAt: 3, maxRetries: 0 })
const failures = []
analytics.on('error', (failure) => failures.push(failure))

const anonymousId = 'tablet-of-ada'
analytics.page({ anonymousId, category: 'Jazz', name: 'Home', properties: { path: '/' } })
analytics.track({ anonymousId, event: 'Product Viewed', properties: { name: 'Kind of Blue' } })
analytics.identify({ userId: 'ada', anonymousId, traits: { email: 'ada@shop.example', city: 'London' } })
analytics.group({ userId: 'ada', groupId: 'readers', traits: { name: 'Readers' } })
analytics.track({
  userId: 'ada',
  event: 'Order Completed',
  properties: { order_id: 'A-1', total: 24.5, currency: 'USD', products: [{ sku: 'KOB', quantity: 2, price: 12.25 }] },
})
analytics.screen({ userId: 'ada-lovelace', name: 'Orders' })
analytics.track({ userId: 'ada-lovelace', event: 'Order Completed', properties: { order_id: 'A-2', total: 10, currency: 'USD' } })
analytics.identify({ userId: 'ada-lovelace', traits: { plan: 'pro' } })
analytics.alias({ previousId: 'ada', userId: 'ada-lovelace' })

await analytics.closeAndFlush({ timeout: 30_000 })
if (failures.length > 0) {
  console.error(failures)
  process.exitCode = 1
}
