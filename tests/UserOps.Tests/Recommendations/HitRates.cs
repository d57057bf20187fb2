namespace UserOps.Tests.Recommendations;

/// <summary>How often what was recommended was bought.</summary>
/// <param name="Baskets">That were held out.</param>
/// <param name="Hits">Baskets with at least one of the products recommended, new to the person.</param>
/// <param name="HitProducts">Such products in all baskets together.</param>
/// <param name="NewProducts">Products in all baskets that were new to their buyer: what could have been met.</param>
public readonly record struct HitRates(int Baskets, int Hits, int HitProducts, int NewProducts)
{
    public double Rate => (double)Hits / Baskets;

    public double PerProduct => (double)HitProducts / NewProducts;
}
