// Secrets: the identity key, the API key, write keys and the senders' webhook secrets. None is in a template: the hook makes ours, an operator puts the senders'.
param name string
param location string
param tags object

@description('True: deleted secrets and the vault itself cannot be purged for 90 days, by nobody. It cannot be turned off again.')
param protect bool
param appPrincipalId string
param deployerPrincipalId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // The service refuses false; null leaves it off.
    enablePurgeProtection: protect ? true : null
    publicNetworkAccess: 'Enabled'
  }
}

// Key Vault Secrets User
var reader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, reader)
  scope: vault
  properties: {
    roleDefinitionId: reader
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Key Vault Secrets Officer
var officer = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

// Without principalType, since a person deploys from a desk and a service principal from a pipeline.
resource deployerWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  name: guid(vault.id, deployerPrincipalId, officer)
  scope: vault
  properties: {
    roleDefinitionId: officer
    principalId: deployerPrincipalId
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
