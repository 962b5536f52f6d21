using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>How strongly each projection drives its receivers.</summary>
/// <remarks>
/// GScale = Abs × Rel × sc / Σ Rel, with sc one over the expected number of active senders, so that a projection's input does not depend
/// on how large or active its sender is; Σ Rel runs over the receiver's inhibitory or all other projections that are on.
/// Source: emergent leabra, layer.go, GScaleFmAvgAct; act.go, WtScaleParams.
/// </remarks>
internal static class ProjectionScaling
{
    private const int SemExtra = 2;   // the reference's margin: two more than expected may be active among the few that a unit sees

    /// <summary>Sets GScale of all projections that a layer receives.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="beside">The strength that something beside projections has for each of them, in the sum that excitation is divided by.</param>
    public static void Scale(LeabraLayer layer, float beside = 0f)
    {
        float totalInhib = 0f, totalOther = 0f;
        var projections = layer.ReceivingProjections;
        for (var p = 0; p < projections.Count; p++)
        {
            if (!projections[p].TakesPart) { continue; }
            var projection = (LeabraProjection)projections[p];
            var senders = projection.LeabraSender;
            var perReceiver = (float)projection.SynapseCount / projection.Receiver.UnitCount;
            var scale = projection.ActingScale;
            projection.GScale = Full(scale, senders.Pools[0].ActPAvgEff, senders.UnitCount, perReceiver);
            if (projection.Kind == ProjectionKind.Inhib) { totalInhib += scale.Rel; }
            else { totalOther += scale.Rel; }
            totalOther += beside;
        }
        for (var p = 0; p < projections.Count; p++)
        {
            if (!projections[p].TakesPart) { continue; }
            var total = projections[p].Kind == ProjectionKind.Inhib ? totalInhib : totalOther;
            if (total > 0f) { ((LeabraProjection)projections[p]).GScale /= total; }
        }
    }

    /// <summary>The strength before it is divided among the receiver's projections.</summary>
    public static float Full(WtScaleParams p, float averageActivity, float senders, float perReceiver) =>
        p.Abs * p.Rel * ByActivity(averageActivity, senders, perReceiver);

    /// <summary>One over the expected number of active senders.</summary>
    public static float ByActivity(float averageActivity, float senders, float perReceiver)
    {
        perReceiver = MathF.Max(perReceiver, 1f);
        var active = Math.Max(Round(averageActivity * senders), 1);
        if (perReceiver == senders) { return 1f / active; }
        var most = (int)MathF.Min(perReceiver, active);
        var expected = Math.Max(Round(averageActivity * perReceiver), 1);
        return 1f / Math.Min(expected + SemExtra, most);
    }

    private static int Round(float x) => (int)MathF.Round(x, MidpointRounding.AwayFromZero);
}
