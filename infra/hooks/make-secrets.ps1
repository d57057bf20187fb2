# After provisioning: makes the secrets that are ours and absent, and never touches one that is there. The same as make-secrets.sh, for Windows.
# Needs the Azure CLI, signed in (az login). azd sets the variables from the outputs of infra/main.bicep; without azd set them yourself.
$ErrorActionPreference = 'Stop'
# A failing az is looked at here, not thrown by PowerShell.
$PSNativeCommandUseErrorActionPreference = $false

foreach ($name in 'AZURE_KEY_VAULT_NAME', 'AZURE_FUNCTION_APP_NAME', 'AZURE_RESOURCE_GROUP', 'AZURE_SUBSCRIPTION_ID') {
  if (-not [Environment]::GetEnvironmentVariable($name)) {
    throw "$name is not set; run this through azd, or set it to the output of the deployment."
  }
}
if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  throw 'The Azure CLI is missing: install it (https://aka.ms/azure-cli), run az login, then azd provision again.'
}

$vault = $env:AZURE_KEY_VAULT_NAME
$account = @('--subscription', $env:AZURE_SUBSCRIPTION_ID, '--vault-name', $vault)
$made = [System.Collections.Generic.List[string]]::new()

function Get-RandomBytes([int] $count) { [System.Security.Cryptography.RandomNumberGenerator]::GetBytes($count) }
function Get-RandomBase64([int] $count) { [Convert]::ToBase64String((Get-RandomBytes $count)) }
function Get-RandomHex([int] $count) { [Convert]::ToHexString((Get-RandomBytes $count)).ToLowerInvariant() }

# Answers yes or no, and stops on anything else: to take "not allowed" or "no network" for "absent" would replace the identity key.
# A role given a moment ago takes minutes to be known everywhere, so a refusal is asked again, for ten minutes.
function Test-Secret([string] $name) {
  for ($try = 0; $try -lt 40; $try++) {
    $answer = az keyvault secret show @account --name $name --query id --output tsv 2>&1 | Out-String
    if ($LASTEXITCODE -eq 0) { return $true }
    if ($answer -match 'SecretNotFound') { return $false }
    if ($answer -notmatch 'Forbidden') { break }
    if ($try -eq 0) { Write-Host "Waiting for the role on the vault $vault to take effect (up to ten minutes)." }
    Start-Sleep -Seconds 15
  }
  throw "The secret $name could not be looked up in $vault, so nothing was made. Run azd provision again when the cause is gone. $answer"
}

# The value goes through a file: arguments of a process can be read by others.
function Add-Secret([string] $name, [string] $value) {
  $file = [System.IO.Path]::GetTempFileName()
  try {
    [System.IO.File]::WriteAllText($file, $value)
    $answer = az keyvault secret set @account --name $name --file $file --encoding utf-8 --output none 2>&1 | Out-String
    if ($LASTEXITCODE -ne 0) {
      throw "The secret $name could not be written. If it was deleted before, bring it back: az keyvault secret recover --vault-name $vault --name $name. $answer"
    }
  }
  finally {
    Remove-Item $file
  }
  $made.Add($name)
}

function Get-Names([string] $pairs) {
  if ($pairs) { $pairs.Split(',') | ForEach-Object { $_.Trim().Split(':')[0] } | Where-Object { $_ } }
}

if (-not (Test-Secret 'identity-key')) {
  Add-Secret 'identity-key' (Get-RandomBase64 32)
  Write-Host @"

The identity key was made: secret identity-key in the vault $vault.
BACK IT UP NOW, in a place apart from the data. Users are found by a keyed hash: without this key nobody in the tables is found again, and it cannot be made anew.
  az keyvault secret backup --vault-name $vault --name identity-key --file identity-key.backup
"@
}

if (-not (Test-Secret 'api-key')) { Add-Secret 'api-key' (Get-RandomHex 24) }

foreach ($name in Get-Names $env:USEROPS_WRITE_KEYS) {
  if (-not (Test-Secret "write-key-$name")) { Add-Secret "write-key-$name" (Get-RandomHex 24) }
}

# A reference to a secret that is not there would stand in the app's settings as its own text, which anybody could sign with. So absent ones get a random value first:
# until the sender's secret is put, its webhooks are refused.
foreach ($source in Get-Names $env:USEROPS_SOURCES) {
  if (-not (Test-Secret "source-$source")) {
    Add-Secret "source-$source" "whsec_$(Get-RandomBase64 32)"
    Write-Host "Source $source waits for its secret: az keyvault secret set --vault-name $vault --name source-$source --file FILE --encoding utf-8"
  }
}

if ($made.Count -gt 0) { Write-Host "Made in the vault ${vault}: $made" }

# The app looks secrets up once a day; this makes it look now. Always, so that running the hook alone brings in a secret that an operator has put.
$site = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$env:AZURE_FUNCTION_APP_NAME"
az rest --method post --url "https://management.azure.com$site/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
if ($LASTEXITCODE -ne 0) {
  Write-Warning "The app could not be told to look its secrets up again; restart it: az functionapp restart --name $env:AZURE_FUNCTION_APP_NAME --resource-group $env:AZURE_RESOURCE_GROUP"
}

Write-Host "To read the API key: az keyvault secret show --vault-name $vault --name api-key --query value --output tsv"
# The last az's exit code is not this script's.
exit 0
