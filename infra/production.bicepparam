// Production without azd: az deployment sub create --location westeurope --template-file infra/main.bicep --parameters infra/production.bicepparam
// With azd the same is `azd env set USEROPS_STAGE production` and the variables of main.parameters.json.
using 'main.bicep'

param environmentName = 'userops-production'
param location = 'westeurope'
param stage = 'production'
param principalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')

param alertMail = readEnvironmentVariable('USEROPS_ALERT_MAIL', '')

// Fixed once data is stored: decide before the first deployment.
param timeZone = 'Europe/Berlin'
param currency = 'EUR'
param mailDataLocation = 'Europe'

param sources = 'shop:shopify'
param writeKeys = 'server:server,pages:browser'

param maximumInstanceCount = 100
param instanceMemoryMB = 2048
param alwaysReadyHttp = 1
param storageSku = 'Standard_ZRS'
param separateHostStorage = false
param logRetentionDays = 90
param protectData = true
