namespace Emergent.Networks;

/// <summary>A population code of a value that comes round again, such as an angle: its last unit is tuned to the same as its first.</summary>
/// <remarks>
/// Bumps go on at the other end of the units. Values beyond the range are those they come round to: −30° is 330°. Clip has no meaning here.
/// When a value is read whose bump lies on both ends, half of the units are moved to the other side. As the reference has it, where most of the bump is at the
/// beginning the moved half lies half a spacing too far, so that with 24 units small angles are read up to 5° too low.
/// Source: emergent popcode, Ring.
/// </remarks>
public sealed class RingCode : PopulationCode
{
    /// <summary>A code of angles in degrees: 0 … 360.</summary>
    public RingCode() => (Min, Max) = (0, 360);

    private protected override string What => "A ring code";

    /// <inheritdoc/>
    public override void Encode(Span<float> pattern, float value, bool add = false)
    {
        var axis = Axis(pattern.Length);
        CheckValue(value);
        if (value < Min || value > Max)
        {
            value = (float)(value - Math.Floor(((double)value - Min) / axis.Range) * axis.Range);
            value = axis.Clip(value);   // rounding may have carried it beyond the end
        }
        if (MathF.Abs(Max - value) < axis.Reach)
        {
            Render(pattern, Min + (value - Max), in axis, add);
            Render(pattern, value, in axis, add: true);
        }
        else
        {
            Render(pattern, value, in axis, add);
            if (MathF.Abs(value - Min) < axis.Reach) { Render(pattern, Max + (value - Min), in axis, add: true); }
        }
    }

    /// <inheritdoc/>
    public override float Decode(ReadOnlySpan<float> pattern)
    {
        var axis = Axis(pattern.Length);
        float start = 0, middle = 0, end = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!(pattern[i] >= Thr)) { continue; }
            if (axis.IsNearStart(i)) { start += pattern[i]; }
            else if (axis.IsNearEnd(i)) { end += pattern[i]; }
            else { middle += pattern[i]; }
        }
        if (middle >= start + end || start == 0 || end == 0) { return base.Decode(pattern); }

        var half = pattern.Length / 2;
        float sum = 0, weighted = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!(pattern[i] >= Thr)) { continue; }
            var centre = axis.Centre(i);
            if (end >= start && i < half) { centre += axis.Range; }
            else if (end < start && i >= half) { centre = Min - axis.Range / 2 + axis.Spacing * (i - half); }   // as the reference has it
            weighted += centre * pattern[i];
            sum += pattern[i];
        }
        var value = weighted / MathF.Max(sum, MinSum);
        return value < Min ? value + axis.Range : value > Max ? value - axis.Range : value;
    }
}
