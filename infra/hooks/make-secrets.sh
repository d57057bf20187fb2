#!/bin/sh
# After provisioning: makes the secrets that are ours and absent, and never touches one that is there. Values are made here, go into the vault and are shown nowhere.
# Needs the Azure CLI, signed in (az login). azd sets the variables from the outputs of infra/main.bicep; without azd set them yourself.
set -eu

: "${AZURE_KEY_VAULT_NAME:?is not set; run this through azd, or set it to the output of the deployment}"
: "${AZURE_FUNCTION_APP_NAME:?is not set}"
: "${AZURE_RESOURCE_GROUP:?is not set}"
: "${AZURE_SUBSCRIPTION_ID:?is not set}"
sources=${USEROPS_SOURCES:-}
write_keys=${USEROPS_WRITE_KEYS:-}

command -v az >/dev/null || {
  echo "The Azure CLI is missing: install it (https://aka.ms/azure-cli), run az login, then azd provision again." >&2
  exit 1
}

umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
made=""

random_base64() { head -c "$1" /dev/urandom | base64 | tr -d '\n'; }
random_hex() { od -An -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

# Answers yes or no, and stops on anything else: to take "not allowed" or "no network" for "absent" would replace the identity key.
# A role given a moment ago takes minutes to be known everywhere, so a refusal is asked again, for ten minutes.
exists() {
  tries=0
  while [ "$tries" -lt 40 ]; do
    if az keyvault secret show --subscription "$AZURE_SUBSCRIPTION_ID" --vault-name "$AZURE_KEY_VAULT_NAME" --name "$1" --query id --output tsv >/dev/null 2>"$work/error"; then
      return 0
    fi
    if grep -q SecretNotFound "$work/error"; then
      return 1
    fi
    if ! grep -Eq 'Forbidden|ForbiddenByRbac' "$work/error"; then
      break
    fi
    [ "$tries" -gt 0 ] || echo "Waiting for the role on the vault $AZURE_KEY_VAULT_NAME to take effect (up to ten minutes)."
    tries=$((tries + 1))
    sleep 15
  done
  cat "$work/error" >&2
  echo "The secret $1 could not be looked up in $AZURE_KEY_VAULT_NAME, so nothing was made. Run azd provision again when the cause is gone." >&2
  exit 1
}

# The value goes through a file that only we can read: arguments of a process can be read by others.
keep() {
  printf %s "$2" >"$work/value"
  if ! az keyvault secret set --subscription "$AZURE_SUBSCRIPTION_ID" --vault-name "$AZURE_KEY_VAULT_NAME" --name "$1" --file "$work/value" --encoding utf-8 --output none 2>"$work/error"; then
    cat "$work/error" >&2
    echo "The secret $1 could not be written. If it was deleted before, bring it back: az keyvault secret recover --vault-name $AZURE_KEY_VAULT_NAME --name $1" >&2
    exit 1
  fi
  made="$made $1"
}

if ! exists identity-key; then
  keep identity-key "$(random_base64 32)"
  cat <<TEXT

The identity key was made: secret identity-key in the vault $AZURE_KEY_VAULT_NAME.
BACK IT UP NOW, in a place apart from the data. Users are found by a keyed hash: without this key nobody in the tables is found again, and it cannot be made anew.
  az keyvault secret backup --vault-name $AZURE_KEY_VAULT_NAME --name identity-key --file identity-key.backup
TEXT
fi

if ! exists api-key; then
  keep api-key "$(random_hex 24)"
fi

for pair in $(printf %s "$write_keys" | tr ',' ' '); do
  name="write-key-${pair%%:*}"
  if ! exists "$name"; then
    keep "$name" "$(random_hex 24)"
  fi
done

# A reference to a secret that is not there would stand in the app's settings as its own text, which anybody could sign with. So absent ones get a random value first:
# until the sender's secret is put, its webhooks are refused.
for pair in $(printf %s "$sources" | tr ',' ' '); do
  source=${pair%%:*}
  if ! exists "source-$source"; then
    keep "source-$source" "whsec_$(random_base64 32)"
    echo "Source $source waits for its secret: az keyvault secret set --vault-name $AZURE_KEY_VAULT_NAME --name source-$source --file FILE --encoding utf-8"
  fi
done

if [ -n "$made" ]; then
  echo "Made in the vault $AZURE_KEY_VAULT_NAME:$made"
fi

# The app looks secrets up once a day; this makes it look now. Always, so that running the hook alone brings in a secret that an operator has put.
site="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$AZURE_FUNCTION_APP_NAME"
az rest --method post --url "https://management.azure.com$site/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none ||
  echo "The app could not be told to look its secrets up again; restart it: az functionapp restart --name $AZURE_FUNCTION_APP_NAME --resource-group $AZURE_RESOURCE_GROUP" >&2

echo "To read the API key: az keyvault secret show --vault-name $AZURE_KEY_VAULT_NAME --name api-key --query value --output tsv"
