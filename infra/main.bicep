// Everything that UserOps runs on, in a resource group of its own. `azd up` deploys this file at subscription scope, since the group is made here too.
targetScope = 'subscription'

@description('Name of the environment; azd asks for it. All resource names follow from it, so another name is another deployment beside the first.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of everything but Communication Services. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('Sets the defaults of all parameters below that differ between a trial and real customers.')
@allowed(['dev', 'production'])
param stage string = 'dev'

@description('Object id of who deploys, so that they may put secrets into the vault. Empty: nobody is given that role here.')
param principalId string = ''

@description('Where alerts are mailed to. Empty: alerts show in the portal only.')
param alertMail string = ''

// --- the application's own settings; the README's table says what they mean ---

@description('IANA zone in which days are counted. Fixed once data is stored.')
param timeZone string = 'UTC'

@description('ISO 4217 code of the shop\'s currency. Fixed once data is stored.')
@minLength(3)
@maxLength(3)
param currency string = 'USD'

@description('Local hour of the nightly scoring, 0 to 23, or off.')
param nightlyHour string = '2'

@description('Senders of webhooks as name:kind, separated by commas: shop:shopify,store:woocommerce. Names are letters and digits here. Their secrets are source-NAME in the vault.')
param sources string = ''

@description('Names of sources whose previous secret, source-NAME-previous in the vault, is accepted too while the secret is being changed; separated by commas.')
param rotatingSources string = ''

@description('Write keys as name:kind, separated by commas; the kinds are server and browser. The keys are write-key-NAME in the vault.')
param writeKeys string = 'server:server'

@description('Other settings as Key__Sub=value, separated by semicolons since values may have commas: Scoring__Map=eleven;Scoring__RecencyCuts=30,60,90,180.')
param settings string = ''

// --- mail ---

@description('Where Communication Services keeps its data at rest. Cannot be changed later.')
param mailDataLocation string = 'Europe'

@description('A domain of your own to send from, such as mail.example.com. Empty: only the domain that Azure makes up.')
param mailDomain string = ''

@description('True once the DNS records of that domain are verified: only then can it be sent from.')
param mailDomainVerified bool = false

@description('False: no Event Grid topic, and reports of what became of a mail are not kept.')
param mailReports bool = true

// --- size ---

@description('Most instances at once; a ceiling for costs as much as for load.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = stage == 'production' ? 100 : 40

@description('Memory of one instance in MB. It is what running time is billed by: 512 costs a quarter and is enough while an instance takes a few requests a second.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances for HTTP that never sleep; they are billed day and night. Senders of webhooks wait only a few seconds, so production keeps one.')
@minValue(0)
@maxValue(20)
param alwaysReadyHttp int = stage == 'production' ? 1 : 0

@description('Redundancy of the storage accounts; ZRS survives the loss of a data centre where the region has zones.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = stage == 'production' ? 'Standard_ZRS' : 'Standard_LRS'

@description('True: the host (Durable hub, timers, packages) has an account of its own, and its operations no longer count against the 20,000 a second of the data\'s account.')
param separateHostStorage bool = false

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = stage == 'production' ? 90 : 30

@description('Gigabytes of logs a day after which ingestion stops until the next day; -1: no limit, since in production a lost alert is dearer than logs.')
param logDailyGb int = stage == 'production' ? -1 : 1

@description('Protects vault and data against deletion: the vault keeps deleted secrets whatever anybody says, and the storage accounts have a lock.')
param protectData bool = stage == 'production'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName, 'userops-stage': stage }

// These names are constants of the application too; tests compare the two.
var table = 'userops'
var queues = ['userops-events', 'userops-events-poison', 'userops-scoring', 'userops-journeys']
var reportsQueue = 'userops-delivery-reports'
var lostReportsContainer = 'userops-delivery-reports-lost'
var packageContainer = 'userops-packages'

var dataAccount = 'st${token}'
var hostAccount = separateHostStorage ? 'sthost${token}' : dataAccount

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    insightsName: 'appi-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyGb: logDailyGb
    appPrincipalId: identity.outputs.principalId
  }
}

module data 'modules/storage.bicep' = {
  name: 'data'
  scope: group
  params: {
    name: dataAccount
    location: location
    tags: tags
    sku: storageSku
    tables: [table]
    queues: concat(queues, [reportsQueue])
    containers: separateHostStorage ? [lostReportsContainer] : [lostReportsContainer, packageContainer]
    expiringContainer: lostReportsContainer
    forHost: !separateHostStorage
    protect: protectData
    appPrincipalId: identity.outputs.principalId
  }
}

module host 'modules/storage.bicep' = if (separateHostStorage) {
  name: 'host'
  scope: group
  params: {
    name: hostAccount
    location: location
    tags: tags
    sku: storageSku
    tables: []
    queues: []
    containers: [packageContainer]
    expiringContainer: ''
    forHost: true
    protect: false
    appPrincipalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    protect: protectData
    appPrincipalId: identity.outputs.principalId
    deployerPrincipalId: principalId
  }
}

module mail 'modules/mail.bicep' = {
  name: 'mail'
  scope: group
  params: {
    communicationName: 'acs-${token}'
    emailName: 'acs-email-${token}'
    tags: tags
    dataLocation: mailDataLocation
    domain: mailDomain
    domainVerified: mailDomainVerified
    appPrincipalId: identity.outputs.principalId
  }
}

module reportsIdentity 'modules/identity.bicep' = if (mailReports) {
  name: 'reportsIdentity'
  scope: group
  params: {
    name: 'id-evgt-${token}'
    location: location
    tags: tags
  }
}

module deliveryReports 'modules/delivery-reports.bicep' = if (mailReports) {
  name: 'deliveryReports'
  scope: group
  params: {
    name: 'evgt-${token}'
    tags: tags
    identityName: 'id-evgt-${token}'
    communicationName: mail.outputs.communicationName
    storageName: data.outputs.name
    queueName: reportsQueue
    containerName: lostReportsContainer
  }
  dependsOn: [reportsIdentity]
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: tags
    identityName: identity.outputs.name
    dataAccount: data.outputs.name
    hostAccount: hostAccount
    packageContainer: packageContainer
    vaultUri: vault.outputs.uri
    insightsName: monitoring.outputs.insightsName
    mailEndpoint: mail.outputs.endpoint
    mailSender: mail.outputs.sender
    timeZone: timeZone
    currency: currency
    nightlyHour: nightlyHour
    sources: sources
    rotatingSources: rotatingSources
    writeKeys: writeKeys
    settings: settings
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyHttp: alwaysReadyHttp
  }
  // The host reads its storage account with its roles as soon as the app is made.
  dependsOn: [host]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    suffix: token
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    mail: alertMail
    scoresNightly: toLower(nightlyHour) != 'off'
  }
}

// azd stores outputs in its environment; the hooks, the README and docs/deploying.md use these names.
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_LOCATION string = location
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_FUNCTION_APP_NAME string = app.outputs.name
output USEROPS_URL string = app.outputs.url
output USEROPS_SOURCES string = sources
output USEROPS_WRITE_KEYS string = writeKeys
output USEROPS_MAIL_SENDER string = mail.outputs.sender
output USEROPS_STORAGE_ACCOUNT string = data.outputs.name
output USEROPS_LOG_WORKSPACE string = monitoring.outputs.workspaceName
