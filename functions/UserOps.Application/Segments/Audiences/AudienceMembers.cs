using System.Runtime.CompilerServices;
using UserOps.Application.Segments.Reviews;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Who is in a segment at this moment: those whose instant has come are looked at first. In the order of buckets and keys, a page in memory at a time.</summary>
public sealed class AudienceMembers(AudienceRows rows, ReviewDueUsers due)
{
    public async IAsyncEnumerable<AudienceMember> RunAsync(string segment, AudiencePlace? from, [EnumeratorCancellation] CancellationToken cancel)
    {
        await due.UpToNowAsync(cancel);
        for (var bucket = (int)(from?.Bucket ?? 0); bucket < Buckets.Count; bucket++)
        {
            await foreach (var member in rows.OfBucketAsync(segment, (byte)bucket, bucket == from?.Bucket ? from.UserKey : null, cancel))
            {
                if (member.In)
                {
                    yield return member;
                }
            }
        }
    }
}
