// Alerts on what the app says of itself, in AppTraces and AppRequests of the workspace. Sampling must leave traces and exceptions alone (host.json); requests may be
// sampled, since what is counted is weighed by ItemCount. The app's own lines must reach the workspace from Information on: Application Insights' filter would stop at Warning.
param suffix string
param location string
param tags object
param workspaceId string
param mail string

@description('False: nobody scores at night, so nobody is told that it did not happen.')
param scoresNightly bool

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(mail)) {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'userops'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: mail, useCommonAlertSchema: true }]
  }
}

// The length of one queue is no metric of the platform; what comes into the poison queue is met by a function, which is what shows.
// The host's own line tells of it even while that function cannot run, and of hints of scoring too.
var deadLettersQuery = '''
union
  (AppTraces | where SeverityLevel >= 3 and Message has "is now dead letter"),
  (AppTraces | where SeverityLevel >= 3 and Message has "cannot be made a dead letter"),
  (AppTraces | where Message startswith "Message has reached MaxDequeueCount"),
  (AppRequests | where Name == "BuryPoisonedMessage")
'''

var scoringFailedQuery = '''
union
  (AppTraces | where SeverityLevel >= 3 and Message startswith "Scoring as of"),
  (AppRequests | where Name == "NightlyScoring" and Success == false)
'''

// Quiet during the first day: there is nothing to be late before the app has run for longer than that.
var scoringLateQuery = '''
AppTraces
| summarize First = min(TimeGenerated), Runs = countif(Message startswith "Scored " and Message has "users as of" and TimeGenerated > ago(26h))
| where Runs == 0 and First < ago(26h)
'''

// Refusals (4xx) are the sender's fault.
var intakeErrorsQuery = '''
AppRequests
| where Name in ("SegmentCall", "ReceiveWebhook", "ReceiveEvents")
| extend Broken = coalesce(toint(ResultCode), iff(Success == false, 500, 200)) >= 500
| summarize Failed = sumif(ItemCount, Broken), Taken = sum(ItemCount)
| where Failed > 10 and Failed * 100 > Taken
'''

// Every few minutes while it lasts.
var runsOverdueQuery = '''
AppTraces | where SeverityLevel >= 3 and Message has "runs are overdue, the first since"
'''

var rules = [
  {
    name: 'dead-letters'
    title: 'Messages went to the dead letters'
    text: 'Events were accepted but could not be applied. GET /api/dead-letters says why; POST /api/dead-letters/{id}/replay applies them once the cause is gone.'
    severity: 1
    query: deadLettersQuery
    window: 'PT30M'
    every: 'PT15M'
    look: ''
    on: true
  }
  {
    name: 'scoring-failed'
    title: 'Nightly scoring failed'
    text: 'The last published run stays in use. GET /api/scoring/latest shows it; the cause is in AppTraces and AppExceptions.'
    severity: 1
    query: scoringFailedQuery
    window: 'PT30M'
    every: 'PT15M'
    look: ''
    on: true
  }
  {
    name: 'scoring-late'
    title: 'No scoring finished in 26 hours'
    text: 'Scores are more than a day old. See whether the function RequestNightlyScoring runs and what became of the orchestration NightlyScoring.'
    severity: 2
    query: scoringLateQuery
    window: 'P1D'
    every: 'PT1H'
    look: 'P2D'
    on: scoresNightly
  }
  {
    name: 'intake-errors'
    title: 'Intake answers with errors'
    text: 'More than 1 % of what senders delivered in 15 minutes, and more than 10 requests, was answered with 5xx. Shops send again only a few times.'
    severity: 1
    query: intakeErrorsQuery
    window: 'PT15M'
    every: 'PT5M'
    look: ''
    on: true
  }
  {
    name: 'runs-overdue'
    title: 'Runs of journeys are overdue'
    text: 'Somebody has waited for more than half an hour for the next step of a journey. GET /api/journeys/overdue names the runs; why they fail is in AppTraces and AppExceptions.'
    severity: 2
    query: runsOverdueQuery
    window: 'PT30M'
    every: 'PT15M'
    look: ''
    on: true
  }
]

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${rule.name}-${suffix}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'UserOps: ${rule.title}'
    description: rule.text
    severity: rule.severity
    enabled: rule.on
    scopes: [workspaceId]
    evaluationFrequency: rule.every
    windowSize: rule.window
    overrideQueryTimeRange: empty(rule.look) ? null : rule.look
    autoMitigate: true
    // A new workspace has no rows yet against which a query could be checked.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: empty(mail) ? [] : [people.id] }
  }
}]
