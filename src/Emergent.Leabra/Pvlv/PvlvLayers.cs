namespace Emergent.Leabra;

/// <summary>The layers of a PVLV network.</summary>
/// <remarks>Pos is about rewards, Neg about punishments; D1 and D2 are the dopamine receptors. D1 of Pos and D2 of Neg acquire, their opponents extinguish.</remarks>
public sealed record PvlvLayers
{
    /// <summary>The layers of a network by their names.</summary>
    /// <param name="network">The network, for instance one made from a file.</param>
    /// <param name="prefix">What their names begin with.</param>
    /// <exception cref="EmergentException">A layer is missing, or of another type.</exception>
    public PvlvLayers(LeabraNetwork network, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        (StimIn, ContextIn, USTimeIn) = (Find<LeabraLayer>("StimIn"), Find<LeabraLayer>("ContextIn"), Find<LeabraLayer>("USTimeIn"));
        (PosPV, NegPV) = (Find<PrimaryValueLayer>("PosPV"), Find<PrimaryValueLayer>("NegPV"));
        (PPTg, LHbRMTg) = (Find<PedunculopontineLayer>("PPTg"), Find<HabenulaLayer>("LHbRMTg"));
        (CEmPos, CEmNeg) = (Find<LeabraLayer>("CEmPos"), Find<LeabraLayer>("CEmNeg"));
        (VSPatchPosD1, VSPatchPosD2) = (Find<VentralStriatumLayer>("VSPatchPosD1"), Find<VentralStriatumLayer>("VSPatchPosD2"));
        (VSPatchNegD1, VSPatchNegD2) = (Find<VentralStriatumLayer>("VSPatchNegD1"), Find<VentralStriatumLayer>("VSPatchNegD2"));
        (VSMatrixPosD1, VSMatrixPosD2) = (Find<VentralStriatumLayer>("VSMatrixPosD1"), Find<VentralStriatumLayer>("VSMatrixPosD2"));
        (VSMatrixNegD1, VSMatrixNegD2) = (Find<VentralStriatumLayer>("VSMatrixNegD1"), Find<VentralStriatumLayer>("VSMatrixNegD2"));
        (BLAmygPosD1, BLAmygPosD2) = (Find<BasolateralAmygdalaLayer>("BLAmygPosD1"), Find<BasolateralAmygdalaLayer>("BLAmygPosD2"));
        (BLAmygNegD1, BLAmygNegD2) = (Find<BasolateralAmygdalaLayer>("BLAmygNegD1"), Find<BasolateralAmygdalaLayer>("BLAmygNegD2"));
        (CElAcqPosD1, CElExtPosD2) = (Find<CentralAmygdalaLayer>("CElAcqPosD1"), Find<CentralAmygdalaLayer>("CElExtPosD2"));
        (CElAcqNegD2, CElExtNegD1) = (Find<CentralAmygdalaLayer>("CElAcqNegD2"), Find<CentralAmygdalaLayer>("CElExtNegD1"));
        (VTAp, VTAn) = (Find<TegmentalLayer>("VTAp"), Find<TegmentalLayer>("VTAn"));

        TLayer Find<TLayer>(string name) where TLayer : LeabraLayer => network[prefix + name] as TLayer
            ?? throw new EmergentException($"Network '{network.Name}': layer '{prefix}{name}' is of type {network[prefix + name].TypeName}; in a PVLV network it must be a {typeof(TLayer).Name}.");
    }

    /// <summary>The network.</summary>
    public LeabraNetwork Network { get; }

    /// <summary>The input layer of stimuli.</summary>
    public LeabraLayer StimIn { get; }

    /// <summary>The input layer of contexts.</summary>
    public LeabraLayer ContextIn { get; }

    /// <summary>The input layer that tells the time since a stimulus, for each outcome that it predicts.</summary>
    public LeabraLayer USTimeIn { get; }

    /// <summary>The rewards.</summary>
    public PrimaryValueLayer PosPV { get; }

    /// <summary>The punishments.</summary>
    public PrimaryValueLayer NegPV { get; }

    /// <summary>Shows what newly predicts a reward.</summary>
    public PedunculopontineLayer PPTg { get; }

    /// <summary>Shows what is worse than expected.</summary>
    public HabenulaLayer LHbRMTg { get; }

    /// <summary>Medial central amygdala: what predicts reward, acquisition less extinction.</summary>
    public LeabraLayer CEmPos { get; }

    /// <summary>Medial central amygdala: what predicts punishment.</summary>
    public LeabraLayer CEmNeg { get; }

    /// <summary>Patch that expects reward at its time.</summary>
    public VentralStriatumLayer VSPatchPosD1 { get; }

    /// <summary>Its opponent.</summary>
    public VentralStriatumLayer VSPatchPosD2 { get; }

    /// <summary>The opponent of the patch that expects punishment.</summary>
    public VentralStriatumLayer VSPatchNegD1 { get; }

    /// <summary>Patch that expects punishment at its time.</summary>
    public VentralStriatumLayer VSPatchNegD2 { get; }

    /// <summary>Matrix that promises reward.</summary>
    public VentralStriatumLayer VSMatrixPosD1 { get; }

    /// <summary>Its opponent.</summary>
    public VentralStriatumLayer VSMatrixPosD2 { get; }

    /// <summary>The opponent of the matrix that promises punishment.</summary>
    public VentralStriatumLayer VSMatrixNegD1 { get; }

    /// <summary>Matrix that promises punishment.</summary>
    public VentralStriatumLayer VSMatrixNegD2 { get; }

    /// <summary>Basolateral amygdala that acquires what comes before rewards.</summary>
    public BasolateralAmygdalaLayer BLAmygPosD1 { get; }

    /// <summary>Basolateral amygdala that extinguishes it, by context.</summary>
    public BasolateralAmygdalaLayer BLAmygPosD2 { get; }

    /// <summary>Basolateral amygdala that extinguishes what comes before punishments.</summary>
    public BasolateralAmygdalaLayer BLAmygNegD1 { get; }

    /// <summary>Basolateral amygdala that acquires what comes before punishments.</summary>
    public BasolateralAmygdalaLayer BLAmygNegD2 { get; }

    /// <summary>Lateral central amygdala that acquires what predicts reward.</summary>
    public CentralAmygdalaLayer CElAcqPosD1 { get; }

    /// <summary>Lateral central amygdala that extinguishes it.</summary>
    public CentralAmygdalaLayer CElExtPosD2 { get; }

    /// <summary>Lateral central amygdala that extinguishes what predicts punishment.</summary>
    public CentralAmygdalaLayer CElExtNegD1 { get; }

    /// <summary>Lateral central amygdala that acquires what predicts punishment.</summary>
    public CentralAmygdalaLayer CElAcqNegD2 { get; }

    /// <summary>Dopamine, which all layers that learn are sent.</summary>
    public TegmentalLayer VTAp { get; }

    /// <summary>Dopamine of the neurons that punishments excite; it is sent to none.</summary>
    public TegmentalLayer VTAn { get; }
}
