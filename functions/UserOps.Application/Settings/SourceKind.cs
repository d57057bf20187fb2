namespace UserOps.Application.Settings;

public enum SourceKind
{
    Shopify,
    WooCommerce,
    Stripe,

    /// <summary>Standard Webhooks 1.0, https://www.standardwebhooks.com: any other shop or application.</summary>
    Standard,
}
