// The function app on a Flex Consumption plan.
param name string
param planName string
param location string
param tags object
param identityName string
param dataAccount string
param hostAccount string
param packageContainer string
param vaultUri string
param insightsName string
param mailEndpoint string
param mailSender string
param timeZone string
param currency string
param nightlyHour string
param sources string
param rotatingSources string
param writeKeys string
param settings string
param maximumInstanceCount int
param instanceMemoryMB int
param alwaysReadyHttp int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource data 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: dataAccount
}

resource host 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostAccount
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the app of the service `userops` in azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'userops' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    // No CORS here: the app answers preflights itself, and the platform's answer would come before it.
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyHttp > 0 ? [{ name: 'http', instanceCount: alwaysReadyHttp }] : []
      }
    }
  }
}

// Publishing by user name and password is off; azd and the CLI publish with Entra tokens.
resource scmByPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource ftpByPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

module values 'app-settings.bicep' = {
  name: 'app-settings'
  params: {
    appName: app.name
    clientId: identity.properties.clientId
    hostEndpoints: host.properties.primaryEndpoints
    dataEndpoints: data.properties.primaryEndpoints
    vaultUri: vaultUri
    insightsConnection: insights.properties.ConnectionString
    mailEndpoint: mailEndpoint
    mailSender: mailSender
    timeZone: timeZone
    currency: currency
    nightlyHour: nightlyHour
    sources: sources
    rotatingSources: rotatingSources
    writeKeys: writeKeys
    settings: settings
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
