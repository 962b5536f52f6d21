using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Thalamic relay cells of the pulvinar: they show what the deep layers predict, and then, driven by other layers, what has happened.</summary>
/// <remarks>
/// Learns as a target. In the burst quarters only units that a driver covers are advanced, once for each driver that covers them, in the order of drivers;
/// several drivers stand one behind the other in each pool. Source: emergent leabra, deep, TRCLayer.
/// </remarks>
public class PulvinarLayer : TopoInhibLayer
{
    private const float SmallestMax = 0.1f;        // a driver less active than this is not normalized
    private const float ActivePool = 0.5f;         // pools whose largest activation is above count in the average

    private readonly UnitPart _driven = new();
    private (LeabraLayer Layer, int Offset)[] _drivers = [];
    private bool _isDriven;

    /// <summary>A layer that is not yet part of a network; see <see cref="DeepNetworks.AddDeep"/>.</summary>
    public PulvinarLayer(string name, Shape shape) : base(name, shape, LayerKind.Hidden) => TakeClassOfKind("TRC");

    /// <inheritdoc/>
    public override string TypeName => "TRCLayer";

    /// <summary>How drivers drive.</summary>
    public TRCParams TRC { get; } = new();

    /// <summary>The names of the layers that drive, in order; they are looked up when the network is built.</summary>
    public IList<string> Drivers { get; } = [];

    /// <summary>Whether drivers may have more units together than a pool of this layer: what is over lands in the next pool, and what is over the last nowhere, as in the reference.</summary>
    public bool AllowsOverflow { get; set; }

    /// <inheritdoc/>
    public override bool IsTarget => true;

    /// <inheritdoc/>
    protected internal override bool IsUndivided => true;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        var offset = 0;
        var drivers = LayerReferences.All<LeabraLayer>(this, Drivers, "Drivers", "shows what happens");
        _drivers = new (LeabraLayer, int)[drivers.Length];
        for (var d = 0; d < drivers.Length; d++)
        {
            _drivers[d] = (drivers[d], offset);
            offset += drivers[d].UnitsPerPool;
            if (drivers[d] == this) { throw new EmergentException($"Layer '{Name}' ({TypeName}): Drivers names '{Name}', which is itself; a driver is another layer."); }
            if (offset > UnitsPerPool && !AllowsOverflow)
            {
                throw new EmergentException(
                    $"Layer '{Name}' ({TypeName}) has {UnitsPerPool} units{(HasPools ? " in a pool" : "")}, its drivers up to '{drivers[d].Name}' {offset}; they stand one behind the other and must fit. Make '{Name}' larger, drive it by fewer layers, or set AllowsOverflow.");
            }
        }
        base.Build();
    }

    /// <inheritdoc/>
    private protected override AlignedFloats Excitation(UnitPart units) => _isDriven ? State.Target : State.GeRaw;

    /// <inheritdoc/>
    protected internal override void IntegrateConductance(UnitPart units)
    {
        if (TRC.DriversOff || !Quarters.Has(TRC.BurstQtr, LeabraNetwork.Time.Quarter))
        {
            base.IntegrateConductance(units);
            return;
        }
        _isDriven = true;
        foreach (var (driver, offset) in _drivers) { Drive(driver, offset); }
        _isDriven = false;
    }

    private void Drive(LeabraLayer driver, int offset)
    {
        var largest = driver.PoolArray[0].Inhib.Act.Max;
        var source = new Source(driver, driver is SuperLayer super ? super.BurstColumn : driver.State.Act, largest);
        var keep = 1f - MathF.Min(1f, largest / TRC.MaxInhib);
        int units = driver.UnitsPerPool, pools = Math.Max(1, PoolCount);
        if (driver.HasPools && HasPools && !TRC.NoTopo)
        {
            double ratioY = (double)driver.Shape[0] / Shape[0], ratioX = (double)driver.Shape[1] / Shape[1];
            for (var y = 0; y < Shape[0]; y++)
            {
                for (var x = 0; x < Shape[1]; x++)
                {
                    var start = (y * Shape[1] + x) * UnitsPerPool + offset;
                    for (var unit = 0; unit < units; unit++) { Prepare(start + unit, keep, DriveBy(source, unit, Round(y * ratioY), Round((y + 1) * ratioY), Round(x * ratioX), Round((x + 1) * ratioX))); }
                    Integrate(start, units);
                }
            }
        }
        else if (offset + units <= UnitsPerPool)
        {
            for (var unit = 0; unit < units; unit++)
            {
                var drive = DriveBy(source, unit);
                for (var pool = 0; pool < pools; pool++) { Prepare(pool * UnitsPerPool + offset + unit, keep, drive); }
            }
            for (var pool = 0; pool < pools; pool++) { Integrate(pool * UnitsPerPool + offset, units); }
        }
        else
        {
            // Where units are covered twice by one driver, what comes last counts more: pools within units, as in the reference.
            for (var unit = 0; unit < units; unit++)
            {
                var drive = DriveBy(source, unit);
                for (var pool = 0; pool < pools; pool++)
                {
                    Prepare(pool * UnitsPerPool + offset + unit, keep, drive);
                    Integrate(pool * UnitsPerPool + offset + unit, 1);
                }
            }
        }
    }

    /// <summary>What drives a unit, from the driver's own unit or all its pools.</summary>
    private float DriveBy(in Source source, int unit)
    {
        if (source.Layer.HasPools) { return DriveBy(source, unit, 0, source.Layer.Shape[0], 0, source.Layer.Shape[1]); }
        var activation = source.At(unit);
        return DriveOf(activation, activation);
    }

    /// <summary>What drives a unit, from some of the driver's pools.</summary>
    private float DriveBy(in Source source, int unit, int startY, int endY, int startX, int endX)
    {
        float most = 0f, sum = 0f;
        var active = 0;
        for (var y = startY; y < endY; y++)
        {
            for (var x = startX; x < endX; x++)
            {
                var pool = y * source.Layer.Shape[1] + x;
                var activation = source.At(pool * source.Layer.UnitsPerPool + unit);
                most = MathF.Max(most, activation);
                if (!(source.Layer.PoolArray[pool + 1].Inhib.Act.Max > ActivePool)) { continue; }
                sum += activation;
                active++;
            }
        }
        return DriveOf(most, active > 0 ? sum / active : sum);
    }

    private float DriveOf(float most, float average)
    {
        var mixed = (1f - TRC.AvgMix) * most + TRC.AvgMix * average;
        if (TRC.Binarize) { return mixed >= TRC.BinThr ? TRC.BinOn : TRC.BinOff; }
        return TRC.DriveScale * mixed;
    }

    /// <summary>Puts down what a unit is to integrate; beyond the last unit there is none.</summary>
    private void Prepare(int unit, float keep, float drive)
    {
        if (unit < UnitCount) { State.Target.Span[First + unit] = keep * State.GeRaw.Span[First + unit] + drive; }
    }

    private void Integrate(int start, int count)
    {
        var end = Math.Min(start + count, UnitCount);
        if (end <= start) { return; }
        _driven.Begin(this);
        _driven.Add(this, start, end);
        base.IntegrateConductance(_driven);
    }

    private static int Round(double x) => (int)Math.Round(x, MidpointRounding.AwayFromZero);

    /// <summary>A driver's activation, relative to its largest.</summary>
    private readonly struct Source(LeabraLayer layer, AlignedFloats column, float largest)
    {
        public LeabraLayer Layer => layer;

        public float At(int unit)
        {
            var activation = column.Span[layer.First + unit];
            return largest > SmallestMax ? activation / largest : activation;
        }
    }
}
