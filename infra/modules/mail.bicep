// Communication Services with e-mail: a domain that Azure makes up, good for a trial (5 a minute, 10 an hour), and one of your own.
param communicationName string
param emailName string
param tags object
param dataLocation string
param domain string
param domainVerified bool
param appPrincipalId string

var ownDomain = empty(domain) ? 'unused.example' : domain
var sendsFromOwn = !empty(domain) && domainVerified

resource email 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource azureDomain 'Microsoft.Communication/emailServices/domains@2023-04-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

// Opens and clicks are not tracked unless somebody decides so: that is a matter of consent, not of infrastructure.
resource customerDomain 'Microsoft.Communication/emailServices/domains@2023-04-01' = if (!empty(domain)) {
  parent: email
  name: ownDomain
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: communicationName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    // A domain that is not verified cannot be linked.
    linkedDomains: sendsFromOwn ? [azureDomain.id, customerDomain.id] : [azureDomain.id]
  }
}

// Communication and Email Service Owner: the only built-in role that may send mail with an Entra token, and custom roles are not honoured reliably.
// It is given on this one resource, where it also allows to change and delete it.
var sender = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '09976791-48a7-449e-bb21-39d1a415f350')

resource appSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, appPrincipalId, sender)
  scope: communication
  properties: {
    roleDefinitionId: sender
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output communicationName string = communication.name
output endpoint string = 'https://${communication.properties.hostName}'
output sender string = 'DoNotReply@${sendsFromOwn ? ownDomain : azureDomain.properties.fromSenderDomain}'
