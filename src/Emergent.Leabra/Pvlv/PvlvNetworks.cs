using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>PVLV in networks: primary values and learned values, which become dopamine.</summary>
public static class PvlvNetworks
{
    private const float PatchModulation = 0.2f, MatrixModulation = 0.015f;   // the matrix is told little, as its rule takes any modulation for half an activity

    /// <summary>Adds the layers of PVLV and their projections, as the reference's example has them, and uses its style sheet as the set <c>PVLV</c>.</summary>
    /// <remarks>Present inputs with <see cref="PvlvTrials"/>.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="sizes">The sizes; those of the example where none are given.</param>
    /// <param name="prefix">What the layers' names, and that of the style set, begin with.</param>
    /// <exception cref="EmergentException">A name is taken, the network is built, or a size is wrong.</exception>
    public static PvlvLayers AddPvlv(this LeabraNetwork network, PvlvSizes? sizes = null, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        sizes ??= new PvlvSizes();
        if (sizes.Outcomes < 1) { throw new EmergentException($"PVLV: {sizes.Outcomes} outcomes were asked for; there is at least one."); }
        if (sizes.Amygdala.Rank != 2) { throw new EmergentException($"PVLV: a pool of layer '{prefix}BLAmygPosD1' has shape {sizes.Amygdala}; it is [Y, X]."); }
        var style = $"{prefix}PVLV";
        if (network.Styles.Names.Contains(style)) { throw new EmergentException($"Network '{network.Name}' has a style set '{style}' already. Give this PVLV a prefix of its own."); }
        AddLayers(network, sizes, prefix);
        var layers = new PvlvLayers(network, prefix);
        AddModulation(layers);
        AddProjections(layers);
        network.Styles[style] = PvlvStyles.Sheet(prefix);
        network.Styles.Use([.. network.Styles.Used, style]);
        return layers;
    }

    /// <summary>Lets all modulated layers forget modulation, dopamine in units and primary values, as at the start of a trial of conditioning.</summary>
    public static void ClearModulation(this LeabraNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        for (var l = 0; l < network.Layers.Count; l++) { (network.Layers[l] as ModulatedLayer)?.ClearModulation(); }
    }

    /// <summary>Lets all projections to the ventral striatum forget their traces, as at the end of a trial of conditioning.</summary>
    public static void ClearStriatalTraces(this LeabraNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        for (var p = 0; p < network.Projections.Count; p++) { (network.Projections[p] as StriatalProjection)?.ClearTraces(); }
    }

    private static void AddLayers(LeabraNetwork network, PvlvSizes sizes, string prefix)
    {
        Shape single = [1, sizes.Outcomes, 1, 1], many = [1, sizes.Outcomes, sizes.Amygdala[0], sizes.Amygdala[1]];
        Add("", new LeabraLayer($"{prefix}StimIn", sizes.Stimuli, LayerKind.Input));
        Add("", new LeabraLayer($"{prefix}ContextIn", sizes.Contexts, LayerKind.Input));
        Add("", new LeabraLayer($"{prefix}USTimeIn", sizes.Times, LayerKind.Input));
        foreach (var valence in (string[])["Pos", "Neg"]) { Add("PVLVLayer PVLayer", new PrimaryValueLayer($"{prefix}{valence}PV", single)); }
        Add("", new PedunculopontineLayer($"{prefix}PPTg"));
        var habenula = new HabenulaLayer($"{prefix}LHbRMTg");
        habenula.Sources.AddPrefix(prefix);
        Add("LHbRMTg", habenula);
        foreach (var valence in (string[])["Pos", "Neg"]) { Add("CEmLayer", new LeabraLayer($"{prefix}CEm{valence}", single)); }
        foreach (var compartment in (StriatalCompartment[])[StriatalCompartment.Patch, StriatalCompartment.Matrix])
        {
            foreach (var name in (string[])["PosD1", "NegD2", "PosD2", "NegD1"]) { Add($"VS VS{compartment}Layer", new VentralStriatumLayer($"{prefix}VS{compartment}{name}", single, compartment, ReceptorOf(name))); }
        }
        foreach (var name in (string[])["PosD1", "PosD2", "NegD1", "NegD2"]) { Add("BLAmygLayer", new BasolateralAmygdalaLayer($"{prefix}BLAmyg{name}", many, ReceptorOf(name))); }
        foreach (var name in (string[])["AcqPosD1", "ExtPosD2", "ExtNegD1", "AcqNegD2"]) { Add("CElAmyg", new CentralAmygdalaLayer($"{prefix}CEl{name}", single, ReceptorOf(name))); }
        foreach (var valence in (Valence[])[Valence.Positive, Valence.Negative])
        {
            var tegmental = new TegmentalLayer($"{prefix}{(valence == Valence.Positive ? "VTAp" : "VTAn")}", valence);
            tegmental.Sources.AddPrefix(prefix);
            Add("PVLVLayer DALayer", tegmental);
        }

        void Add(string classes, LeabraLayer layer) => network.AddLayer(layer).AddClass($"{PvlvStyles.Class} {classes}");
    }

    private static DopamineReceptor ReceptorOf(string name) => name.EndsWith('1') ? DopamineReceptor.D1R : DopamineReceptor.D2R;

    private static void AddModulation(PvlvLayers l)
    {
        foreach (var (acquiring, extinguishing, patch, antiPatch, matrix, antiMatrix, central, anticentral) in
            ((BasolateralAmygdalaLayer, BasolateralAmygdalaLayer, VentralStriatumLayer, VentralStriatumLayer, VentralStriatumLayer, VentralStriatumLayer, CentralAmygdalaLayer, CentralAmygdalaLayer)[])
            [
                (l.BLAmygPosD1, l.BLAmygPosD2, l.VSPatchPosD1, l.VSPatchPosD2, l.VSMatrixPosD1, l.VSMatrixPosD2, l.CElAcqPosD1, l.CElExtPosD2),
                (l.BLAmygNegD2, l.BLAmygNegD1, l.VSPatchNegD2, l.VSPatchNegD1, l.VSMatrixNegD2, l.VSMatrixNegD1, l.CElAcqNegD2, l.CElExtNegD1),
            ])
        {
            foreach (var receiver in (ModulatedLayer[])[extinguishing, patch, antiPatch]) { acquiring.ModReceivers.Add(receiver.Name, PatchModulation); }
            acquiring.ModReceivers.Add(matrix.Name, MatrixModulation);
            matrix.ModReceivers.Add(antiMatrix.Name, 1f);
            central.ModReceivers.Add(anticentral.Name, 1f);
        }
        l.BLAmygPosD1.ILI.Lays.Add(l.BLAmygNegD2.Name);
        l.BLAmygNegD2.ILI.Lays.Add(l.BLAmygPosD1.Name);
        l.PosPV.PVReceivers.Add(l.CElAcqPosD1.Name);
        l.NegPV.PVReceivers.Add(l.CElAcqNegD2.Name);
        l.VTAp.SendDA.Add(((ModulatedLayer[])
        [
            l.VSPatchPosD1, l.VSPatchPosD2, l.VSPatchNegD1, l.VSPatchNegD2, l.VSMatrixPosD1, l.VSMatrixPosD2, l.VSMatrixNegD1, l.VSMatrixNegD2,
            l.BLAmygPosD1, l.BLAmygPosD2, l.BLAmygNegD1, l.BLAmygNegD2, l.CElAcqPosD1, l.CElExtPosD2, l.CElExtNegD1, l.CElAcqNegD2,
        ]).Select(layer => layer.Name));
    }

    private static void AddProjections(PvlvLayers l)
    {
        Connectivity full = Connectivity.Full, pools = Connectivity.PoolOneToOne;
        Plain(l.CEmPos, l.PPTg, full, "PVLVFixedCons");
        foreach (var (medial, acquiring, extinguishing) in ((LeabraLayer, LeabraLayer, LeabraLayer)[])[(l.CEmPos, l.CElAcqPosD1, l.CElExtPosD2), (l.CEmNeg, l.CElAcqNegD2, l.CElExtNegD1)])
        {
            Plain(acquiring, medial, pools, "CEltoCeMFixed");
            Plain(extinguishing, medial, pools, "CEltoCeMFixed", ProjectionKind.Inhib);
        }
        foreach (var (patch, name) in ((VentralStriatumLayer, string)[])[(l.VSPatchPosD1, "PosD1"), (l.VSPatchNegD2, "NegD2"), (l.VSPatchPosD2, "PosD2"), (l.VSPatchNegD1, "NegD1")])
        {
            Classify(l.Network.Project(new StriatalProjection(l.USTimeIn, patch, full, StriatalLearningRule.DAHebbVS)), $"PVLVLrnCons VSPatchConsTo{name}");
        }
        foreach (var (matrix, name) in ((VentralStriatumLayer, string)[])[(l.VSMatrixPosD1, "PosD1"), (l.VSMatrixNegD2, "NegD2"), (l.VSMatrixPosD2, "PosD2"), (l.VSMatrixNegD1, "NegD1")])
        {
            Classify(l.Network.Project(new StriatalProjection(l.StimIn, matrix, full, StriatalLearningRule.TraceNoThalVS)), $"PVLVLrnCons VSMatrixConsTo{name}");
        }
        foreach (var (outcomes, acquiring, extinguishing) in
            ((LeabraLayer, BasolateralAmygdalaLayer, BasolateralAmygdalaLayer)[])[(l.PosPV, l.BLAmygPosD1, l.BLAmygPosD2), (l.NegPV, l.BLAmygNegD2, l.BLAmygNegD1)])
        {
            Amygdala(outcomes, acquiring, pools, "PVLVLrnCons BLAmygConsUS");
            Amygdala(l.StimIn, acquiring, full, "PVLVLrnCons BLAmygConsStim");
            Plain(extinguishing, acquiring, full, "PVLVLrnCons BLAmygConsInhib", ProjectionKind.Inhib);
            Amygdala(l.ContextIn, extinguishing, full, "PVLVLrnCons BLAmygConsCntxtExt");
        }
        foreach (var (acquiring, extinguishing, basolateral, opponent) in
            ((CentralAmygdalaLayer, CentralAmygdalaLayer, LeabraLayer, LeabraLayer)[])
            [(l.CElAcqPosD1, l.CElExtPosD2, l.BLAmygPosD1, l.BLAmygPosD2), (l.CElAcqNegD2, l.CElExtNegD1, l.BLAmygNegD2, l.BLAmygNegD1)])
        {
            Plain(extinguishing, acquiring, pools, "CElExtToAcqInhib", ProjectionKind.Inhib);
            Amygdala(l.StimIn, acquiring, full, "CElAmygCons");
            Amygdala(basolateral, acquiring, pools, "CElAmygConsFmBLA");
            Plain(acquiring, extinguishing, pools, "CElAcqToExtInhib", ProjectionKind.Inhib);
            Amygdala(opponent, extinguishing, pools, "CElAmygConsExtFmBLA");
        }

        void Plain(LeabraLayer sender, LeabraLayer receiver, Connectivity connectivity, string classes, ProjectionKind kind = ProjectionKind.Forward) =>
            Classify(l.Network.Project(sender, receiver, connectivity, kind), classes);

        void Amygdala(LeabraLayer sender, LeabraLayer receiver, Connectivity connectivity, string classes) =>
            Classify(l.Network.Project(new AmygdalaProjection(sender, receiver, connectivity)), classes);

        static void Classify(LeabraProjection projection, string classes) => projection.AddClass($"{PvlvStyles.Class} {classes}");
    }
}
