using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Lateral central amygdala: what a stimulus predicts, acquired in one layer and extinguished in its opponent.</summary>
/// <remarks>Source: emergent leabra, pvlv, CElAmygLayer.</remarks>
public class CentralAmygdalaLayer : ModulatedLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PvlvNetworks.AddPvlv"/>.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[poolsY, poolsX, unitsY, unitsX], a pool for each outcome.</param>
    /// <param name="receptor">Which dopamine receptors its units bear.</param>
    public CentralAmygdalaLayer(string name, Shape shape, DopamineReceptor receptor) : base(name, shape, receptor)
    {
        (DaMod.BurstGain, DaMod.DipGain) = (0.04f, 0.1f);
        Act.Init.Vm = 0.55f;
    }

    /// <inheritdoc/>
    public override string TypeName => "CElAmygLayer";

    /// <summary>Kept for parameter files of the reference, where it has no effect either.</summary>
    [Networks.Styled]
    public bool AcqDeepMod { get; set; } = true;
}
