// A trial without azd: az deployment sub create --location westeurope --template-file infra/main.bicep --parameters infra/dev.bicepparam
using 'main.bicep'

param environmentName = 'userops-dev'
param location = 'westeurope'
param stage = 'dev'
param principalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
