namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// The Gamma-Gamma model of spending: the value of a customer's purchase days varies as Gamma(<paramref name="P"/>, ν), and ν between customers as
/// Gamma(<paramref name="Q"/>, <paramref name="VMinor"/>). Source: Fader and Hardie 2013, https://www.brucehardie.com/notes/025/
/// </summary>
/// <param name="Q">Above 1: otherwise there is no mean.</param>
/// <param name="VMinor">Minor units of the workspace currency.</param>
public sealed record GammaGamma(double P, double Q, double VMinor)
{
    /// <summary>Value expected of a purchase day, minor units: the mean of all customers, drawn to the customer's own the more the more repeats there are.</summary>
    public double ExpectedMinor(RepeatSummary customer)
    {
        // An amount that the model has no place for (all given back, or in another currency) tells nothing of the next one.
        var x = customer.RepeatMinor > 0 ? customer.Repeats : 0;
        return P * (VMinor + (x * customer.MeanRepeatMinor)) / ((P * x) + Q - 1);
    }
}
