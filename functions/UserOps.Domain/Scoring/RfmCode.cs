namespace UserOps.Domain.Scoring;

/// <summary>The three scores of a user, each 1 to 5, as one number 0 to 124: 25·(R−1) + 5·(F−1) + (M−1).</summary>
public readonly record struct RfmCode(byte Value)
{
    public const int Count = 125;

    public int Recency => (Value / 25) + 1;

    public int Frequency => (Value / 5 % 5) + 1;

    public int Monetary => (Value % 5) + 1;

    /// <summary>As marketers write it: 111 to 555.</summary>
    public int Written => (Recency * 100) + (Frequency * 10) + Monetary;

    public static RfmCode Of(int recency, int frequency, int monetary) => new((byte)(((recency - 1) * 25) + ((frequency - 1) * 5) + monetary - 1));

    public static RfmCode OfWritten(int written) => Of(written / 100, written / 10 % 10, written % 10);
}
