using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer whose pools inhibit those around them.</summary>
/// <remarks>Overrides <see cref="InhibitPools"/>. Source: emergent leabra, deep, TopoInhibLayer.</remarks>
public abstract class TopoInhibLayer : LeabraLayer
{
    private float[] _weights = [];

    private protected TopoInhibLayer(string name, Shape shape, LayerKind kind) : base(name, shape, kind) => Act.Init.Decay = 0f;   // context outlasts trials

    /// <summary>The inhibition by neighbouring pools.</summary>
    public TopoInhibParams TopoInhib { get; } = new();

    /// <inheritdoc/>
    protected internal override void UpdateConstants()
    {
        base.UpdateConstants();
        if (_weights.Length != TopoInhib.Width) { _weights = new float[TopoInhib.Width]; }
        var sigma = TopoInhib.Width * TopoInhib.Sigma;
        for (var i = 0; i < _weights.Length; i++)
        {
            var x = (i + 1) / sigma;
            _weights[i] = TopoInhib.Gi * LaneMath.FastExp(-0.5f * x * x);
        }
    }

    /// <inheritdoc/>
    protected override void InhibitPools()
    {
        base.InhibitPools();
        if (!HasPools || !TopoInhib.On) { return; }
        var pools = PoolArray;
        int poolsY = Shape[0], poolsX = Shape[1];
        var everywhere = 0f;
        foreach (var pool in pools[1..]) { everywhere = MathF.Max(everywhere, pool.Inhib.GiOrig); }
        everywhere *= TopoInhib.LayGi;
        for (var y = 0; y < poolsY; y++)
        {
            for (var x = 0; x < poolsX; x++)
            {
                var most = everywhere;
                for (var dy = 1; dy <= _weights.Length; dy++)
                {
                    for (var dx = 1; dx <= _weights.Length; dx++)
                    {
                        var weight = _weights[Math.Min(dy, dx) - 1];
                        most = MathF.Max(MathF.Max(most, From(y + dy, x + dx)), From(y - dy, x + dx));
                        most = MathF.Max(MathF.Max(most, From(y + dy, x - dx)), From(y - dy, x - dx));

                        float From(int py, int px) => (uint)py < (uint)poolsY && (uint)px < (uint)poolsX ? weight * PoolArray[1 + py * poolsX + px].Inhib.GiOrig : 0f;
                    }
                }
                var own = pools[1 + y * poolsX + x].Inhib;
                own.Gi = MathF.Max(most, own.Gi);
            }
        }
    }
}
