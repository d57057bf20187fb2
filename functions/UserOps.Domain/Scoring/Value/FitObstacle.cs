using System.Text.Json.Serialization;

namespace UserOps.Domain.Scoring.Value;

/// <summary>Why a model says nothing about the customers there are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FitObstacle>))]
public enum FitObstacle
{
    NoCustomers,

    /// <summary>Nobody has bought on a second day (for values: none of them for a positive amount).</summary>
    NoRepeatBuyers,

    /// <summary>Fewer repeat buyers, or fewer customers, than parameters can be told from.</summary>
    TooFewCustomers,

    /// <summary>The likelihood has no maximum, or is flat around it: these purchases do not tell the parameters apart.</summary>
    NoMaximum,

    /// <summary>A parameter ran off towards nothing or infinity: the customers do not differ as the model supposes.</summary>
    ParameterAtBound,

    /// <summary>The spread of order values between customers is so wide (q up to 1) that their mean does not exist.</summary>
    NoMeanValue,
}
