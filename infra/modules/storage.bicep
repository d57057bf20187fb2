// A storage account with its tables, queues and containers, reachable by Entra tokens only.
param name string
param location string
param tags object
param sku string
param tables array
param queues array
param containers array

@description('Container whose blobs go after 30 days; empty: none.')
param expiringContainer string

@description('True: the Functions host keeps its own things here (packages, leases, timers, Durable hub).')
param forHost bool

@description('True: the account has a lock against deletion. Table Storage can be neither restored nor undeleted.')
param protect bool
param appPrincipalId string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [for item in tables: {
  parent: tableService
  name: item
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [for item in queues: {
  parent: queueService
  name: item
}]

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for item in containers: {
  parent: blobService
  name: item
}]

resource expiry 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = if (!empty(expiringContainer)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'expire'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${expiringContainer}/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 30 } } }
          }
        }
      ]
    }
  }
  dependsOn: [container]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  name: 'userops-data'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Customers\' data. Table Storage has no undelete.'
  }
}

var roles = concat(
  [
    '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor: read and write entities; also make the Durable hub's tables
    '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor: send, take and delete messages; also make the Durable hub's queues
  ],
  // The host takes leases and makes containers, for which its documentation asks for the owner's role; the app itself uses no blob.
  forHost
    ? [
        'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
      ]
    : []
)

resource appWorks 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(account.id, appPrincipalId, role)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}]

output name string = account.name
