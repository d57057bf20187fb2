using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring.Model;

/// <summary>In words, why there is no model.</summary>
internal static class Reasons
{
    public static string? Of(FitObstacle? obstacle) => obstacle switch
    {
        null => null,
        FitObstacle.NoCustomers => "Too little data: nobody has an order that counts.",
        FitObstacle.NoRepeatBuyers => "Too little data: nobody has bought on a second day.",
        FitObstacle.TooFewCustomers => $"Too little data: fewer than {FitModels.FewestRepeaters} customers have bought on a second day.",
        FitObstacle.NoMaximum => "Too little data: these purchases do not tell the parameters apart.",
        FitObstacle.ParameterAtBound => "Too little data: a parameter ran off to its bound, because these customers differ too little from each other.",
        _ => "Too little data: values differ so widely between customers that no mean can be told.",
    };
}
