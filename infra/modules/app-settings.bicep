// All settings of the app. What is set by hand in the portal goes with the next deployment: settings belong into parameters.
param appName string
param clientId string
param hostEndpoints object
param dataEndpoints object
param vaultUri string
param insightsConnection string
param mailEndpoint string
param mailSender string
param timeZone string
param currency string
param nightlyHour string
param sources string
param rotatingSources string
param writeKeys string
param settings string

var secret = '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/'

var fixedSettings = {
  // The host's own storage: timers, leases, the Durable hub. To move the hub to the Durable Task Scheduler, make a scheduler and a task hub, give this identity
  // "Durable Task Data Contributor" on it, name its connection string here (Endpoint=…;Authentication=ManagedIdentity;ClientID=…) and set storageProvider.type in host.json.
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  AzureWebJobsStorage__blobServiceUri: hostEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: hostEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: hostEndpoints.table

  UserOpsStorage__credential: 'managedidentity'
  UserOpsStorage__clientId: clientId
  UserOpsStorage__queueServiceUri: dataEndpoints.queue
  UserOpsStorage__tableServiceUri: dataEndpoints.table

  // Which identity an SDK client takes that is not told otherwise.
  AZURE_CLIENT_ID: clientId

  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${clientId}'

  Identity__Key: '${secret}identity-key)'
  USEROPS_API_KEY: '${secret}api-key)'

  Email__Endpoint: mailEndpoint
  Email__Sender: mailSender

  // How often the night is looked after, the inbox swept, a run woken that its orchestration missed, and those looked at whose segments may change; which local hour scores is Scoring:NightlyHour.
  NightSchedule: '0 10 * * * *'
  SweepSchedule: '0 40 * * * *'
  WakeSchedule: '0 */5 * * * *'
  ReviewSchedule: '30 * * * * *'

  Workspace__TimeZone: timeZone
  Workspace__Currency: currency
  Scoring__NightlyHour: nightlyHour
}

// Lists come as text, because azd passes its environment into parameters as text: name:kind,name:kind.
var sourcePairs = filter(split(replace(sources, ' ', ''), ','), pair => contains(pair, ':'))
var rotating = filter(split(replace(rotatingSources, ' ', ''), ','), name => !empty(name))
var writeKeyPairs = filter(split(replace(writeKeys, ' ', ''), ','), pair => contains(pair, ':'))
var otherPairs = filter(split(settings, ';'), pair => contains(pair, '='))

var sourceKinds = toObject(sourcePairs, pair => 'Sources__${split(pair, ':')[0]}__Kind', pair => split(pair, ':')[1])
var sourceSecrets = toObject(sourcePairs, pair => 'Sources__${split(pair, ':')[0]}__Secret', pair => '${secret}source-${split(pair, ':')[0]})')
var previousSecrets = toObject(rotating, name => 'Sources__${name}__PreviousSecret', name => '${secret}source-${name}-previous)')
var writeKeyKinds = toObject(writeKeyPairs, pair => 'WriteKeys__${split(pair, ':')[0]}__Kind', pair => split(pair, ':')[1])
var writeKeyKeys = toObject(writeKeyPairs, pair => 'WriteKeys__${split(pair, ':')[0]}__Key', pair => '${secret}write-key-${split(pair, ':')[0]})')
var otherSettings = toObject(otherPairs, pair => trim(split(pair, '=')[0]), pair => trim(substring(pair, indexOf(pair, '=') + 1)))

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(fixedSettings, otherSettings, sourceKinds, sourceSecrets, previousSecrets, writeKeyKinds, writeKeyKeys)
}
